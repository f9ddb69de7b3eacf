package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Deletes records at the end of their retention, whatever became of them, and listeners that no longer ask.
final class Expiry implements Step {

    /// From a record's making to its deletion.
    static final Duration RETENTION = Duration.ofDays(7);

    private static final int BATCH = 1000;

    private final Database db;
    private final InstantSource clock;
    private final Listeners listeners;
    private final QueueStore queue = new QueueStore();
    private final RecordStore records = new RecordStore();

    Expiry(Database db, InstantSource clock, Listeners listeners) {
        this.db = db;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public String name() {
        return "webhooks.expire";
    }

    @Override
    public boolean runOnce() {
        Instant now = clock.instant();
        return db.transact(tx -> expire(tx, now));
    }

    private boolean expire(Transaction tx, Instant now) {
        listeners.expire(tx, now);
        List<RecordId> expired = records.expired(tx, BATCH, now);
        queue.lock(tx, expired);
        queue.remove(tx, expired);
        records.delete(tx, expired);
        return expired.size() == BATCH;
    }
}
