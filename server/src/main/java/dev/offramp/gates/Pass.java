package dev.offramp.gates;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to be the one behind a gate. Always closed, which lets the others look.
public final class Pass implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Database db;
    private final PassStore store;
    private final ObjectId id;
    private final Runnable wakeOthers;
    private boolean isEnded;
    private boolean isOver;

    Pass(Database db, PassStore store, ObjectId id, Runnable wakeOthers) {
        this.db = db;
        this.store = store;
        this.id = id;
        this.wakeOthers = wakeOthers;
    }

    /// Makes the transaction the one of the effect: the pass ends with its commit. First in it, so that what the effect
    /// locks is locked for no longer than needed.
    ///
    /// @throws Trouble when the pass ran out and another one was given since
    public void end(Transaction tx) {
        if (!store.remove(tx, id)) {
            throw new Trouble("overtaken by a repetition of the request", RETRY_AFTER);
        }
        isEnded = true;
    }

    /// What was to be committed is. Saves closing the trouble of a pass that is gone.
    public void settled() {
        isOver = isEnded;
    }

    /// Gives the pass up if no effect has ended it. A request that was given up is interrupted, and must still do this:
    /// else its repetitions wait until the pass runs out.
    @Override
    public void close() {
        if (isOver) {
            wakeOthers.run();
        } else {
            giveUp();
        }
    }

    private void giveUp() {
        boolean wasInterrupted = Thread.interrupted();
        try {
            db.run(tx -> {
                tx.mayBeLost();
                store.remove(tx, id);
            });
        } catch (Trouble trouble) {
            LOG.warn("a pass is left to run out: {}", trouble.getMessage());
        } finally {
            wakeOthers.run();
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
