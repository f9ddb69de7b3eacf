package dev.offramp.gates;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.InstantSource;

/// Removes what crashes have left behind.
final class PassExpiry implements Step {

    private static final int BATCH = 1000;

    private final Database db;
    private final InstantSource clock;
    private final PassStore store;

    PassExpiry(Database db, InstantSource clock, PassStore store) {
        this.db = db;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public String name() {
        return "gates.expire";
    }

    @Override
    public boolean runOnce() {
        return db.transact(tx -> store.removeExpired(tx, clock.instant(), BATCH)) == BATCH;
    }
}
