package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.BodyStore.Noted;
import dev.offramp.webhooks.QueueStore.Claimed;
import dev.offramp.webhooks.Schedule.Verdict;
import dev.offramp.webhooks.Sender.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Sends what is due.
///
/// A turn claims a batch, starts its attempts, and writes the results of those that have ended, whichever batch they
/// were of: a receiver that takes its 15 seconds keeps nobody else waiting. With an executor that runs its tasks at
/// once, a turn does everything in the calling thread.
///
/// Between the claim and the result there is only the lease: after a crash it ends, and the same bytes are sent
/// again. One thread at a time takes turns.
final class Deliveries implements Step {

    private static final int IN_FLIGHT_MAX = 512;
    private static final QueueStore.Limits PER_ENDPOINT = new QueueStore.Limits(64, 2);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private static final int GONE = 410;

    private final Database db;
    private final InstantSource clock;
    private final Sender sender;
    private final Secrets secrets;
    private final Schedule schedule;
    private final QueueStore queue = new QueueStore();
    private final Bodies bodies;
    private final BodyStore records;
    private final EndpointStore endpoints = new EndpointStore();
    private final Rests rests = new Rests();

    private final InFlight<Result> inFlight;
    private final List<Result> unsettled = new ArrayList<>();

    Deliveries(
            Database db,
            InstantSource clock,
            Executor executor,
            Sender sender,
            Secrets secrets,
            Schedule schedule,
            Bodies bodies) {
        this.db = db;
        this.clock = clock;
        this.inFlight = new InFlight<>(executor);
        this.sender = sender;
        this.secrets = secrets;
        this.schedule = schedule;
        this.bodies = bodies;
        this.records = new BodyStore(bodies);
    }

    private record Result(Claimed claimed, Sent sent) {}

    private record Batch(List<Claimed> claimed, Map<Tenant, Secrets.Valid> secrets) {}

    @Override
    public String name() {
        return "webhooks.deliver";
    }

    @Override
    public boolean runOnce() {
        boolean started = start();
        // Who has just been called may answer at once; for those who are slow no turn waits.
        unsettled.addAll(inFlight.collect(started ? PATIENCE : Duration.ZERO));
        return settle() || started;
    }

    /// Waits for the attempts under way and writes their results; starts none.
    void finish() {
        List<Result> ended;
        do {
            ended = inFlight.collect(Sender.LIMIT);
            unsettled.addAll(ended);
        } while (!ended.isEmpty());
        settle();
    }

    /// Takes at most half of the room there is, and lets no endpoint have more than the other half: however many
    /// receivers are slow, there is room for one that is not.
    private boolean start() {
        int max = (IN_FLIGHT_MAX - inFlight.count() - unsettled.size()) / 2;
        if (max <= 0) {
            return false;
        }
        Batch batch = claim(max);
        for (Claimed claimed : batch.claimed()) {
            Secrets.Valid valid = batch.secrets().get(claimed.delivery().tenant());
            inFlight.start(() -> new Result(claimed, sender.send(claimed.delivery(), valid, Sender.LIMIT)));
        }
        return !batch.claimed().isEmpty();
    }

    private Batch claim(int max) {
        Instant now = clock.instant();
        Set<EndpointId> resting = rests.resting(now);
        Batch batch = db.transact(tx -> {
            List<Claimed> claimed = queue.claim(tx, bodies, max, PER_ENDPOINT, resting, now, now.plus(LEASE));
            return new Batch(claimed, claimed.isEmpty() ? Map.of() : secrets.ensure(tx, tenants(claimed)));
        });
        rests.called(
                batch.claimed().stream().map(one -> one.delivery().endpoint()).collect(Collectors.toSet()), now);
        return batch;
    }

    private static Set<Tenant> tenants(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.delivery().tenant()).collect(Collectors.toSet());
    }

    /// Results stay until they are committed: trouble with the database only delays them.
    private boolean settle() {
        if (unsettled.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        db.run(tx -> settle(tx, now));
        unsettled.clear();
        return true;
    }

    private void settle(Transaction tx, Instant now) {
        noteHealth(tx, now);
        Set<RecordId> ours = Set.copyOf(
                queue.lockOurs(tx, unsettled.stream().map(Result::claimed).toList()));
        List<Noted> noted = new ArrayList<>();
        List<QueueStore.Later> later = new ArrayList<>();
        List<RecordId> done = new ArrayList<>();
        for (Result result : unsettled) {
            RecordId record = result.claimed().delivery().record();
            if (ours.contains(record)) {
                Verdict verdict = judge(result, now);
                noted.add(noted(result.sent(), verdict, now));
                switch (verdict) {
                    case Verdict.TryAgain(Instant at) -> later.add(new QueueStore.Later(record, at));
                    case Verdict.Delivered(), Verdict.GiveUp() -> done.add(record);
                }
            }
        }
        queue.postpone(tx, later);
        queue.remove(tx, done);
        records.note(tx, noted, now);
    }

    private Verdict judge(Result result, Instant now) {
        Claimed claimed = result.claimed();
        return schedule.judge(result.sent().answer(), claimed.tries(), now, claimed.expireAt());
    }

    private static Noted noted(Sent sent, Verdict verdict, Instant now) {
        Optional<DeliveryRecord.State> becomes = switch (verdict) {
            case Verdict.Delivered _ -> Optional.of(new DeliveryRecord.State.Delivered(now));
            case Verdict.GiveUp _ -> Optional.of(new DeliveryRecord.State.Failed());
            case Verdict.TryAgain _ -> Optional.empty();
        };
        return new Noted(sent.delivery().record(), sent.delivery().url(), sent.attempt(), becomes);
    }

    /// An endpoint is as its last answer was. Endpoints before queue: the lock order of everyone.
    private void noteHealth(Transaction tx, Instant now) {
        Map<EndpointId, Sent> last = new HashMap<>();
        unsettled.forEach(result -> last.put(result.claimed().delivery().endpoint(), result.sent()));
        Set<EndpointId> healthy = endpointsOf(last, Sent::succeeded);
        Set<EndpointId> failing = endpointsOf(last, sent -> !sent.succeeded());
        endpoints.markHealthy(tx, healthy);
        endpoints.markFailing(tx, failing, now);
        rests.succeeded(healthy);
        rests.failed(failing);
        endpoints.disable(
                tx,
                unsettled.stream()
                        .filter(result -> saysGone(result.sent()))
                        .map(result -> result.claimed().delivery().endpoint())
                        .collect(Collectors.toSet()),
                "the receiver answered 410 Gone",
                now);
    }

    private static Set<EndpointId> endpointsOf(Map<EndpointId, Sent> last, Predicate<Sent> condition) {
        return last.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean saysGone(Sent sent) {
        return sent.answer().has(GONE);
    }
}
