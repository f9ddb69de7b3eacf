package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets notices after a quarter of a year, read or not.
final class Expiry implements Step {

    static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1000;

    private final Database db;
    private final InstantSource clock;
    private final NoticeStore store = new NoticeStore();

    Expiry(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.expire";
    }

    @Override
    public boolean runOnce() {
        Instant before = clock.instant().minus(KEPT);
        return db.transact(tx -> store.expire(tx, before, BATCH)) == BATCH;
    }
}
