package dev.offramp.health;

import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Whether the database answers now, for those who ask every second: it is asked no more often than that.
public final class Pulse {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Database db;
    private final InstantSource clock;
    private final Patience patience = new Patience(LIMIT);
    private volatile Felt last = new Felt(false, Instant.EPOCH);

    private record Felt(boolean answers, Instant at) {}

    Pulse(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    public boolean answers() {
        Instant now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            patience.look(now, () -> feel(now));
        }
        return last.answers() && !patience.isOverdue(now);
    }

    private void feel(Instant now) {
        try {
            last = new Felt(db.view(_ -> true), now);
        } catch (Trouble trouble) {
            last = new Felt(false, now);
        }
    }
}
