package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.BodyStore.Kept;
import dev.offramp.webhooks.BodyStore.Noted;
import dev.offramp.webhooks.Sender.Sent;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.Webhooks.Resent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Sends every stored event of one reference once more, now, whatever its state; the schedule is not touched.
///
/// The caller waits for the outcome, so there is little time for all of them together; an endpoint gets its events
/// one after the other, in order.
final class Resends {

    /// Answers of `/v1` come within 4 seconds.
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Database db;
    private final InstantSource clock;
    private final Executor executor;
    private final Sender sender;
    private final Secrets secrets;
    private final QueueStore queue = new QueueStore();
    private final BodyStore records;

    Resends(Database db, InstantSource clock, Executor executor, Sender sender, Secrets secrets, Bodies bodies) {
        this.db = db;
        this.clock = clock;
        this.executor = executor;
        this.sender = sender;
        this.secrets = secrets;
        this.records = new BodyStore(bodies);
    }

    /// What was done for one record; nothing was sent when there is no attempt.
    private record Tried(RecordId record, Optional<Sent> sent, Optional<String> error) {}

    List<Resent> resend(Tenant tenant, ObjectId reference) {
        return again(tenant, db.transact(tx -> records.ofReference(tx, tenant, reference)));
    }

    /// One record alone.
    Optional<Resent> resend(Tenant tenant, RecordId record) {
        List<Kept> kept =
                db.transact(tx -> records.kept(tx, tenant, record)).stream().toList();
        return again(tenant, kept).stream().findFirst();
    }

    private List<Resent> again(Tenant tenant, List<Kept> kept) {
        if (kept.isEmpty()) {
            return List.of();
        }
        Secrets.Valid valid = db.transact(tx -> secrets.ensure(tx, tenant));
        Map<RecordId, Tried> tried = sendAll(kept, valid);
        db.run(tx -> note(
                tx, tried.values().stream().flatMap(one -> one.sent().stream()).toList()));
        return kept.stream()
                .map(one -> tried.get(one.delivery().record()))
                .map(one -> new Resent(one.record(), one.error()))
                .toList();
    }

    private Map<RecordId, Tried> sendAll(List<Kept> kept, Secrets.Valid valid) {
        Map<EndpointId, List<Kept>> perEndpoint = new LinkedHashMap<>();
        kept.forEach(one -> perEndpoint
                .computeIfAbsent(one.delivery().endpoint(), _ -> new ArrayList<>())
                .add(one));
        Instant end = clock.instant().plus(LIMIT);
        List<CompletableFuture<List<Tried>>> running = perEndpoint.values().stream()
                .map(own -> CompletableFuture.supplyAsync(() -> inOrder(own, valid, end), executor))
                .toList();
        Map<RecordId, Tried> tried = new LinkedHashMap<>();
        running.forEach(one -> one.join().forEach(result -> tried.put(result.record(), result)));
        return tried;
    }

    private List<Tried> inOrder(List<Kept> kept, Secrets.Valid valid, Instant end) {
        return kept.stream().map(one -> attempt(one, valid, end)).toList();
    }

    private Tried attempt(Kept kept, Secrets.Valid valid, Instant end) {
        Delivery delivery = kept.delivery();
        Duration left = Duration.between(clock.instant(), end);
        if (kept.removed()) {
            return new Tried(delivery.record(), Optional.empty(), Optional.of("endpoint was removed"));
        }
        if (kept.listens()) {
            return new Tried(
                    delivery.record(), Optional.empty(), Optional.of("who listens cannot be called: replay it"));
        }
        if (!left.isPositive()) {
            return new Tried(
                    delivery.record(), Optional.empty(), Optional.of("not sent: earlier events took too long"));
        }
        Sent sent = sender.send(delivery, valid, left);
        return new Tried(delivery.record(), Optional.of(sent), error(sent));
    }

    private static Optional<String> error(Sent sent) {
        return switch (sent.answer()) {
            case Answer.Responded responded when responded.isSuccess() -> Optional.empty();
            case Answer.Responded responded -> Optional.of("receiver answered " + responded.status());
            case Answer.Unanswered unanswered -> Optional.of(unanswered.why());
        };
    }

    private void note(Transaction tx, List<Sent> sent) {
        Instant now = clock.instant();
        List<RecordId> delivered = sent.stream()
                .filter(Sent::succeeded)
                .map(one -> one.delivery().record())
                .toList();
        queue.lock(tx, sent.stream().map(one -> one.delivery().record()).toList());
        queue.remove(tx, delivered);
        records.note(tx, sent.stream().map(one -> noted(one, now)).toList(), now);
    }

    private static Noted noted(Sent sent, Instant now) {
        return new Noted(
                sent.delivery().record(),
                sent.delivery().url(),
                sent.attempt(),
                sent.succeeded() ? Optional.of(new DeliveryRecord.State.Delivered(now)) : Optional.empty());
    }
}
