package dev.offramp.http;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.InstantSource;

/// Forgets the answers that repetitions no longer get.
final class AnswerExpiry implements Step {

    private static final int BATCH = 1000;

    private final Database db;
    private final InstantSource clock;
    private final AnswerStore store;

    AnswerExpiry(Database db, InstantSource clock, AnswerStore store) {
        this.db = db;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public String name() {
        return "http.expire-answers";
    }

    @Override
    public boolean runOnce() {
        return db.transact(tx -> store.removeExpired(tx, clock.instant().minus(Repetitions.KEPT), BATCH)) == BATCH;
    }
}
