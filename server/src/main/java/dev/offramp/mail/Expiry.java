package dev.offramp.mail;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets letters a month after they ended.
final class Expiry implements Step {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1000;

    private final Database db;
    private final InstantSource clock;
    private final LetterStore store;

    Expiry(Database db, InstantSource clock, LetterStore store) {
        this.db = db;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public String name() {
        return "mail.expire";
    }

    @Override
    public boolean runOnce() {
        Instant before = clock.instant().minus(KEPT);
        return db.transact(tx -> store.expire(tx, before, BATCH)) == BATCH;
    }
}
