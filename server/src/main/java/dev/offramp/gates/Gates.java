package dev.offramp.gates;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Lets one request of a name through at a time.
public final class Gates {

    /// As long as a client that cuts off after five seconds can wait, with something left for the answer.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Well over the time in which a request ends or is given up.
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration PAUSE_MAX = Duration.ofMillis(400);

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final Duration patience;
    private final PassStore store = new PassStore();
    private final Crowd crowd = new Crowd();

    private Gates(Database db, InstantSource clock, ObjectIds ids, Duration patience) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.patience = patience;
    }

    public static Gates create(Database db, InstantSource clock, ObjectIds ids) {
        return create(db, clock, ids, PATIENCE);
    }

    /// @param patience how long [#await] waits
    public static Gates create(Database db, InstantSource clock, ObjectIds ids, Duration patience) {
        return new Gates(db, clock, ids, patience);
    }

    /// Passes the gate if nobody is ahead; does not wait.
    ///
    /// @param done tells whether what is behind the gate has been done, and what came of it
    public <T> Entry<T> enter(GateName name, Function<Transaction, Optional<T>> done) {
        ObjectId id = ids.next();
        return switch (db.transact(tx -> enter(tx, name, id, done))) {
            case Look.Free<T> _ -> new Entry.Entered<>(new Pass(db, store, id, crowd.gather(name)));
            case Look.Seen<T>(T value) -> new Entry.Done<>(value);
            case Look.Taken<T> _ -> new Entry.Occupied<>();
        };
    }

    /// Waits until nobody is behind the gate, for some seconds at most and without a connection.
    ///
    /// @param done as in [#enter]
    public <T> Ending<T> await(GateName name, Function<Transaction, Optional<T>> done) {
        Duration left = patience;
        Duration pause = PAUSE;
        Look<T> look = db.transact(tx -> look(tx, name, done));
        while (look instanceof Look.Taken<T> && left.isPositive()) {
            Duration rest = shorter(left, crowd.isHere(name) ? left : pause);
            boolean hasEnded = crowd.rest(name, rest);
            left = left.minus(hasEnded ? PAUSE : rest);
            pause = shorter(pause.multipliedBy(2), PAUSE_MAX);
            look = db.transact(tx -> look(tx, name, done));
        }
        return switch (look) {
            case Look.Seen<T>(T value) -> new Ending.Done<>(value);
            case Look.Free<T> _ -> new Ending.Undone<>();
            case Look.Taken<T> _ -> new Ending.StillOccupied<>();
        };
    }

    /// The step that removes passes which ran out, left behind by crashes.
    public Step expireStep() {
        return new PassExpiry(db, clock, store);
    }

    private sealed interface Look<T> {
        /// @param isStale whether a pass that ran out is still there
        record Free<T>(boolean isStale) implements Look<T> {}

        record Seen<T>(T value) implements Look<T> {}

        record Taken<T>() implements Look<T> {}
    }

    private <T> Look<T> enter(Transaction tx, GateName name, ObjectId id, Function<Transaction, Optional<T>> done) {
        Look<T> first = look(tx, name, done);
        if (!(first instanceof Look.Free<T>(boolean isStale))) {
            return first;
        }
        if (!take(tx, name, id, isStale)) {
            return new Look.Taken<>();
        }
        // Whoever was ahead may have come and gone between the look and the pass.
        Optional<T> meanwhile = done.apply(tx);
        meanwhile.ifPresent(_ -> store.remove(tx, id));
        return meanwhile.<Look<T>>map(Look.Seen::new).orElse(first);
    }

    /// Beside a stale pass nothing is inserted: its effect may be about to commit, and would be waited for.
    private boolean take(Transaction tx, GateName name, ObjectId id, boolean isStale) {
        // A pass lost with the database's machine is worth nothing, and so is what was done upon it.
        tx.mayBeLost();
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        return isStale ? store.replace(tx, name, id, now, until) : store.insert(tx, name, id, until);
    }

    /// The pass first, then the work: the other way round, work that commits in between would be seen in neither.
    private <T> Look<T> look(Transaction tx, GateName name, Function<Transaction, Optional<T>> done) {
        Optional<Instant> until = store.until(tx, name);
        boolean isTaken = until.filter(clock.instant()::isBefore).isPresent();
        return done.apply(tx)
                .<Look<T>>map(Look.Seen::new)
                .orElseGet(() -> isTaken ? new Look.Taken<>() : new Look.Free<>(until.isPresent()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
