package dev.offramp.health;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Forgets days that are shown no more.
final class Expiry implements Step {

    private final Database db;
    private final InstantSource clock;
    private final DayStore days = new DayStore();

    Expiry(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "health.expire";
    }

    @Override
    public boolean runOnce() {
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(Board.DAYS);
        db.run(tx -> days.forget(tx, first));
        return false;
    }
}
