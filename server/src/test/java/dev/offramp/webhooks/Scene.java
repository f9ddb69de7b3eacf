package dev.offramp.webhooks;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.lists.ListQuery;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;

/// The room on a real database, with two tenants, and everything in the calling thread unless a test says otherwise.
final class Scene implements AutoCloseable {

    static final EventType COMPLETED = new EventType("trade.completed");

    final ManualClock clock = new ManualClock();
    final ObjectIds ids = new ObjectIds(clock, new Random(1));
    final ScriptedClient client = new ScriptedClient();
    final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    final Tenant other = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    final TestDatabase test;
    final Database db;
    final Webhooks webhooks;

    private final Map<ObjectId, Integer> sequences = new HashMap<>();

    Scene() {
        this(CommitPoints.NONE);
    }

    Scene(CommitPoints commitPoints) {
        test = TestDatabase.create(commitPoints);
        db = test.database();
        webhooks = worker(client, Runnable::run);
    }

    /// Another process on the same database.
    Webhooks worker(WebhookClient by, Executor executor) {
        return worker(by, executor, Traces.NONE);
    }

    /// One that is traced.
    Webhooks worker(WebhookClient by, Executor executor, Traces traces) {
        return Webhooks.create(
                db,
                TestServerKey.create(),
                clock,
                new Random(7),
                new Webhooks.Calling(by, executor, Set.of(Environment.DEVELOPMENT), traces));
    }

    EndpointId endpoint(Tenant owner, String url) {
        return endpoint(owner, url, new Endpoint.Events.All());
    }

    EndpointId endpoint(Tenant owner, String url, Endpoint.Events events) {
        EndpointOutcome outcome = webhooks.addEndpoint(owner, url, events);
        client.forget();
        return ((EndpointOutcome.Saved) outcome).endpoint().id();
    }

    /// The next event of `reference`, with a body that tells which it is: `trade.completed 2`.
    Announcement event(Tenant owner, ObjectId reference, EventType type) {
        int sequence = sequences.merge(reference, 1, Integer::sum);
        byte[] body = (type + " " + sequence).getBytes(StandardCharsets.UTF_8);
        return new Announcement(
                owner, reference, type, ids.next(), sequence, clock.instant(), body, Optional.empty(), reference);
    }

    Announcement event(ObjectId reference) {
        return event(tenant, reference, COMPLETED);
    }

    void enqueue(Announcement... events) {
        db.run(tx -> webhooks.enqueue(tx, List.of(events)));
    }

    /// Takes turns until there is nothing more to do now.
    void deliver() {
        deliver(webhooks);
    }

    static void deliver(Webhooks worker) {
        for (int turn = 0; worker.deliverStep().runOnce(); turn++) {
            if (turn > 1000) {
                throw new IllegalStateException("never at rest");
            }
        }
    }

    List<DeliveryRecord> records(Tenant owner) {
        return db.view(tx -> webhooks.list().page(tx, owner, ListQuery.page(1, 200)))
                .items();
    }

    DeliveryRecord onlyRecord() {
        List<DeliveryRecord> all = records(tenant);
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " records");
        }
        return all.getFirst();
    }

    List<State> states(Tenant owner) {
        return records(owner).stream().map(DeliveryRecord::state).toList();
    }

    Endpoint only(Tenant owner) {
        return webhooks.endpoints(owner).getFirst();
    }

    @Override
    public void close() {
        webhooks.close();
        test.close();
    }
}
