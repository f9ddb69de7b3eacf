package dev.offramp.requests;

import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds requests until they are written, and writes them, a batch per transaction.
final class Writer implements Step {

    static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Database db;
    private final RequestStore store;
    private final BlockingQueue<LoggedRequest> waiting;
    private final LongAdder dropped = new LongAdder();

    /// What is being written; kept when the database is away. Touched by one turn at a time.
    private final List<LoggedRequest> batch = new ArrayList<>();

    private long droppedTold;

    Writer(Database db, RequestStore store, int waitingMax) {
        this.db = db;
        this.store = store;
        this.waiting = new ArrayBlockingQueue<>(waitingMax);
    }

    void note(LoggedRequest request) {
        if (!waiting.offer(request)) {
            dropped.increment();
        }
    }

    long dropped() {
        return dropped.sum();
    }

    synchronized int waiting() {
        return batch.size() + waiting.size();
    }

    @Override
    public String name() {
        return "requests.write";
    }

    @Override
    public synchronized boolean runOnce() {
        tellOfDropped();
        waiting.drainTo(batch, BATCH - batch.size());
        boolean isFull = batch.size() == BATCH;
        if (!batch.isEmpty()) {
            write();
        }
        return isFull;
    }

    /// What cannot be written for a fault of our own must not keep the others from being written.
    private void write() {
        boolean isTrouble = false;
        try {
            db.run(tx -> {
                tx.mayBeLost();
                store.insert(tx, batch);
            });
        } catch (Trouble trouble) {
            isTrouble = true;
            throw trouble;
        } finally {
            if (!isTrouble) {
                batch.clear();
            }
        }
    }

    private void tellOfDropped() {
        long now = dropped.sum();
        if (now > droppedTold) {
            LOG.warn("{} requests were not logged: too many at once", now - droppedTold);
            droppedTold = now;
        }
    }
}
