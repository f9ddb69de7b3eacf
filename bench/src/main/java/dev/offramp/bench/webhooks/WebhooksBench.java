package dev.offramp.bench.webhooks;

import dev.offramp.bench.ScratchDatabase;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.jobs.Loops;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.BadTargets;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EventType;
import dev.offramp.webhooks.TestReceiver;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.webhooks.apache.ApacheWebhookClient;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Runs rounds without and with bad targets and compares them.
public final class WebhooksBench {

    private static final double COST_MAX = 0.05;
    private static final int CONNECTIONS = 8;
    private static final Duration REST = Duration.ofMillis(200);
    /// At a steady rate, on the average; the pauses are of any length, so that they do not keep step with the loop's
    /// rests.
    private static final int EVENTS_PER_SECOND = 100;
    /// All of them must take some seconds, or the last turn decides how long it took.
    private static final int MANY = 8;

    private static final long PATIENCE_SECONDS = 300;
    private static final EventType EVENT = new EventType("trade.completed");

    private final PrintStream out;
    private final int tenants;
    private final int eventsEach;
    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final ObjectIds ids = new ObjectIds(clock, random);
    private final TestReceiver receiver = TestReceiver.start(TestReceiver.status(200));
    private final TestReceiver other = TestReceiver.start(TestReceiver.status(200));

    /// @param eventsEach events of each tenant at a steady rate; and [#MANY] times so many that wait together
    public WebhooksBench(PrintStream out, int tenants, int eventsEach, int rounds) {
        this.out = out;
        this.tenants = tenants;
        this.eventsEach = eventsEach;
        this.rounds = rounds;
    }

    /// @return what missed its aim
    public List<String> run() {
        Path folder = ScratchDatabase.temporary();
        try (receiver;
                other;
                ScratchDatabase scratch = ScratchDatabase.start();
                Database db = Database.open(hurried(scratch.address()), CONNECTIONS);
                BadTargets bad = new BadTargets(folder);
                ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
                ApacheWebhookClient client = ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT), bad.names())) {
            Webhooks webhooks = Webhooks.create(
                    db,
                    TestServerKey.create(),
                    clock,
                    random,
                    new Webhooks.Calling(client, calls, Set.of(Environment.DEVELOPMENT), Traces.NONE));
            return compare(db, webhooks, bad);
        }
    }

    /// A disk takes anything from one to fifty milliseconds for a commit: more than what is looked for.
    private static DatabaseAddress hurried(DatabaseAddress address) {
        try (Database db = Database.open(address, CONNECTIONS)) {
            db.run(tx -> tx.sql().execute("ALTER ROLE CURRENT_USER SET synchronous_commit = off"));
        }
        return address;
    }

    private List<String> compare(Database db, Webhooks webhooks, BadTargets bad) {
        List<Tenant> good = new ArrayList<>();
        for (int i = 0; i < tenants; i++) {
            good.add(tenant(webhooks, receiver.url()));
        }
        List<String> badUrls = bad.all().stream().map(BadTargets.Target::url).toList();
        List<String> moreUrls = Collections.nCopies(badUrls.size(), other.url());
        measureWith(db, webhooks, good, moreUrls);
        List<Round> without = new ArrayList<>();
        List<Round> with = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean badGoFirst = round % 2 == 1;
            if (badGoFirst) {
                with.add(measureWith(db, webhooks, good, badUrls));
            }
            without.add(measureWith(db, webhooks, good, moreUrls));
            if (!badGoFirst) {
                with.add(measureWith(db, webhooks, good, badUrls));
            }
            out.println("without bad targets: " + without.getLast());
            out.println("with bad targets:    " + with.getLast());
        }
        return judge(without, with);
    }

    private Round measureWith(Database db, Webhooks webhooks, List<Tenant> good, List<String> more) {
        List<Tenant> added = more.stream().map(url -> tenant(webhooks, url)).toList();
        try {
            return measure(db, webhooks, good, added);
        } finally {
            for (Tenant tenant : added) {
                for (Endpoint endpoint : webhooks.endpoints(tenant)) {
                    webhooks.remove(tenant, endpoint.id());
                }
            }
        }
    }

    /// Saved whether or not it answers, as a receiver that went bad later would be.
    private Tenant tenant(Webhooks webhooks, String url) {
        Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
        webhooks.ensureSandboxEndpoint(tenant, url);
        return tenant;
    }

    private Round measure(Database db, Webhooks webhooks, List<Tenant> good, List<Tenant> bad) {
        Arrivals steady = new Arrivals(eventsEach * good.size());
        receiver.now(into(steady));
        try (Loops loops = new Loops()) {
            loops.start(webhooks.deliverStep(), REST);
            for (int i = 0; i < eventsEach; i++) {
                writeApart(db, webhooks, steady, i * good.size(), good, bad);
            }
            steady.await(PATIENCE_SECONDS);
        }
        Arrivals many = new Arrivals(MANY * eventsEach * good.size());
        receiver.now(into(many));
        for (int i = 0; i < MANY * eventsEach; i++) {
            write(db, webhooks, many, i * good.size(), good, bad);
        }
        long started = System.nanoTime();
        try (Loops loops = new Loops()) {
            loops.start(webhooks.deliverStep(), REST);
            many.await(PATIENCE_SECONDS);
        }
        double seconds = many.secondsSince(started);
        webhooks.close();
        receiver.forget();
        other.forget();
        return new Round(steady.meanMillis(), many.count() / seconds);
    }

    /// One event for each, every one at a moment of its own: most of an event's time is what is left of the loop's
    /// rest, so that events of one moment would count as one.
    private void writeApart(
            Database db, Webhooks webhooks, Arrivals arrivals, int first, List<Tenant> good, List<Tenant> bad) {
        for (int i = 0; i < good.size(); i++) {
            write(db, webhooks, arrivals, first + i, good.subList(i, i + 1), share(bad, i, good.size()));
            LockSupport.parkNanos(random.nextLong(2 * 1_000_000_000L / EVENTS_PER_SECOND));
        }
    }

    /// The part of `all` that is written beside event `i` of `count`.
    private static List<Tenant> share(List<Tenant> all, int i, int count) {
        return all.subList(i * all.size() / count, (i + 1) * all.size() / count);
    }

    private static TestReceiver.Behaviour into(Arrivals arrivals) {
        return (request, out) -> {
            if (!request.text().startsWith("{")) {
                arrivals.arrived(request);
            }
            TestReceiver.answer(out, 200, "", "");
        };
    }

    /// One event for each, in one transaction.
    private void write(
            Database db, Webhooks webhooks, Arrivals arrivals, int first, List<Tenant> good, List<Tenant> bad) {
        List<Announcement> events = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            events.add(event(good.get(i), first + i));
        }
        bad.forEach(tenant -> events.add(event(tenant, first)));
        db.run(tx -> webhooks.enqueue(tx, events));
        arrivals.written(first, first + good.size());
    }

    private Announcement event(Tenant tenant, int number) {
        byte[] body = String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
        ObjectId reference = ids.next();
        return new Announcement(
                tenant, reference, EVENT, ids.next(), 1, clock.instant(), body, Optional.empty(), reference);
    }

    private List<String> judge(List<Round> without, List<Round> with) {
        Change slower = Change.between(without, with, Round::millis);
        Change faster = Change.between(without, with, Round::perSecond);
        out.printf(
                "%d tenants, one more of each bad kind: delay at a steady rate %s, rate of many %s%n",
                tenants, slower, faster);
        List<String> misses = new ArrayList<>();
        if (slower.part() > COST_MAX) {
            misses.add("bad targets change the others' delay by " + slower);
        }
        if (faster.part() < -COST_MAX) {
            misses.add("bad targets change the others' rate by " + faster);
        }
        return misses;
    }
}
