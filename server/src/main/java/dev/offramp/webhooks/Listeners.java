package dev.offramp.webhooks;

import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.BodyStore.Noted;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.Pull.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Endpoints that nobody can call, such as a developer's machine behind its router: they ask for their events.
///
/// A listener is an endpoint like any other, so its events lie in the queue and in the log, and outlive every restart;
/// only that it takes them off the queue itself, one after the other, by saying what became of each. Until it has said
/// so it gets the same event again: an answer that was lost on the way loses none, and a listener that remembers the
/// last one it got passes none on twice.
///
/// It is nobody's to look after: it goes by itself when it has not asked for [#SILENCE].
final class Listeners {

    /// Long enough for a server that is moved to a new version, and for a laptop that was closed for a meeting.
    static final Duration SILENCE = Duration.ofHours(1);

    /// Of one tenant. Each costs a record per event; the one that was silent longest makes room.
    static final int MOST = 10;

    private final InstantSource clock;
    private final ObjectIds ids;
    private final ListenerStore listeners;
    private final QueueStore queue = new QueueStore();
    private final RecordStore records = new RecordStore();
    private final BodyStore bodies;

    Listeners(InstantSource clock, ObjectIds ids, Bodies bodies) {
        this.clock = clock;
        this.ids = ids;
        this.listeners = new ListenerStore(new LogStore(bodies));
        this.bodies = new BodyStore(bodies);
    }

    Pulled pull(Transaction tx, Tenant tenant, Pull pull) {
        Instant now = clock.instant();
        Instant until = now.plus(SILENCE);
        EndpointId listener = pull.listener()
                .filter(known -> listeners.extend(tx, tenant, known, until))
                .orElseGet(() -> begin(tx, tenant, pull.events(), now));
        pull.taken().ifPresent(taken -> take(tx, listener, taken, now));
        if (pull.end()) {
            end(tx, listener, now);
            return new Pulled(listener, now, Optional.empty());
        }
        return new Pulled(listener, until, listeners.next(tx, listener, now));
    }

    private EndpointId begin(Transaction tx, Tenant tenant, Endpoint.Events events, Instant now) {
        EndpointId made = new EndpointId(ids.next());
        listeners.insert(tx, tenant, made, events, now, now.plus(SILENCE));
        listeners.beyond(tx, tenant, MOST).forEach(silent -> end(tx, silent, now));
        return made;
    }

    private void take(Transaction tx, EndpointId listener, Taken taken, Instant now) {
        if (queue.take(tx, listener, taken.record())) {
            State state = succeeded(taken.result()) ? new State.Delivered(now) : new State.Failed();
            Attempt attempt = new Attempt(now, taken.result());
            Noted noted = new Noted(taken.record(), Endpoint.LISTEN + listener, attempt, Optional.of(state));
            bodies.note(tx, List.of(noted), now);
        }
    }

    private static boolean succeeded(Result result) {
        return result instanceof Result.Answered answered && answered.status() >= 200 && answered.status() <= 299;
    }

    /// Ends those that have not asked for too long.
    void expire(Transaction tx, Instant now) {
        listeners.silent(tx, now).forEach(silent -> end(tx, silent, now));
    }

    private void end(Transaction tx, EndpointId listener, Instant now) {
        listeners.delete(tx, listener);
        records.fail(tx, queue.removeAll(tx, listener), now);
    }
}
