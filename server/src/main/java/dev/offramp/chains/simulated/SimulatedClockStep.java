package dev.offramp.chains.simulated;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.Instant;
import java.time.InstantSource;

/// The maker's loop. It remembers when the next block is due, so as not to ask the database before; a wrong memory
/// costs a question, never a block.
final class SimulatedClockStep implements Step {

    private final Database db;
    private final BlockMaker maker;
    private final InstantSource clock;
    private volatile Rest rest = new Rest(Instant.MIN, Instant.MIN);

    SimulatedClockStep(Database db, BlockMaker maker, InstantSource clock) {
        this.db = db;
        this.maker = maker;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chains.simulated.clock";
    }

    /// All that is due is made in one turn.
    @Override
    public boolean runOnce() {
        Instant now = clock.instant();
        if (!rest.covers(now)) {
            Instant next = db.transact(maker::makeDue).orElse(now);
            rest = new Rest(now, next);
        }
        return false;
    }

    /// The time in which there is nothing to make. A clock set back leaves it.
    private record Rest(Instant from, Instant until) {

        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }
}
