package dev.offramp.requests;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.InstantSource;

/// Deletes requests at the end of their retention.
final class RequestExpiry implements Step {

    static final Duration RETENTION = Duration.ofDays(7);

    static final int BATCH = 5_000;

    private final Database db;
    private final InstantSource clock;
    private final RequestStore store;

    RequestExpiry(Database db, InstantSource clock, RequestStore store) {
        this.db = db;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public String name() {
        return "requests.expire";
    }

    @Override
    public boolean runOnce() {
        return db.transact(tx -> {
            tx.mayBeLost();
            return store.removeBefore(tx, clock.instant().minus(RETENTION), BATCH) == BATCH;
        });
    }
}
