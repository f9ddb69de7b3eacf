package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.webhooks.BodyStore.NewRecord;
import dev.offramp.webhooks.BodyStore.Noted;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sends an event that nothing led to, to one endpoint and once, so that its owner sees what it answers.
///
/// It goes to a disabled endpoint too and says nothing of its health. It is not queued: what is sent comes into the log
/// with its answer, and a crash in between loses nothing that anybody waits for.
final class TestEvents {

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final Sender sender;
    private final Secrets secrets;
    private final EndpointStore endpoints = new EndpointStore();
    private final BodyStore records;

    TestEvents(Database db, InstantSource clock, ObjectIds ids, Sender sender, Secrets secrets, Bodies bodies) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.sender = sender;
        this.secrets = secrets;
        this.records = new BodyStore(bodies);
    }

    private record Ready(Endpoint endpoint, Secrets.Valid secrets) {}

    Optional<Tested> send(EndpointId id, Announcement event) {
        return db.transact(tx -> ready(tx, id, event)).map(ready -> send(ready, event));
    }

    private Optional<Ready> ready(Transaction tx, EndpointId id, Announcement event) {
        return endpoints.list(tx, event.tenant()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(endpoint -> new Ready(endpoint, secrets.ensure(tx, event.tenant())));
    }

    private Tested send(Ready ready, Announcement event) {
        Endpoint endpoint = ready.endpoint();
        Delivery delivery = new Delivery(
                new RecordId(ids.next()),
                endpoint.id(),
                event.tenant(),
                endpoint.url(),
                event.reference(),
                event.origin(),
                event.eventType(),
                event.eventId(),
                event.body(),
                event.requestId());
        return new Tested(endpoint, event, sender.send(delivery, ready.secrets(), Sender.LIMIT));
    }

    RecordId keep(Transaction tx, Tested tested) {
        RecordId id = tested.sent().delivery().record();
        Instant now = clock.instant();
        records.insert(
                tx, List.of(new NewRecord(id, tested.endpoint(), tested.event())), now, now.plus(Expiry.RETENTION));
        State state = tested.succeeded() ? new State.Delivered(now) : new State.Failed();
        records.note(
                tx, List.of(new Noted(id, tested.endpoint().url(), tested.sent().attempt(), Optional.of(state))), now);
        return id;
    }
}
