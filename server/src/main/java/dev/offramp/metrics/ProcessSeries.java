package dev.offramp.metrics;

import dev.offramp.db.Connections;
import dev.offramp.jobs.LoopTurns;
import java.time.Instant;
import java.util.List;

/// The series of this process: its loops and its connections to the database.
record ProcessSeries(List<LoopTurns> loops, Connections connections, Instant now) {

    private static final String LOOP = "loop";

    List<Family> families() {
        Family turns = Family.counter("offramp_loop_turns", "Turns of a loop that ended, well or not.", LOOP);
        Family failures = Family.counter("offramp_loop_failures", "Turns of a loop that failed.", LOOP);
        Family well = Family.gauge(
                "offramp_loop_success_age_seconds", "How long ago a turn of the loop last ended well.", LOOP);
        for (LoopTurns loop : loops) {
            turns.add(loop.turns(), loop.name());
            failures.add(loop.failures(), loop.name());
            well.age(loop.wellAt(), now, loop.name());
        }
        return List.of(turns, failures, well, lent(), waiting(), most());
    }

    private Family lent() {
        return Family.gauge("offramp_database_connections", "Connections to the database.", "state")
                .add(connections.busy(), "busy")
                .add(connections.idle(), "idle");
    }

    private Family waiting() {
        return Family.gauge("offramp_database_connections_waiting", "Threads that wait for a connection.")
                .add(connections.waiting());
    }

    private Family most() {
        return Family.gauge("offramp_database_connections_max", "Connections that may be open at most.")
                .add(connections.max());
    }
}
