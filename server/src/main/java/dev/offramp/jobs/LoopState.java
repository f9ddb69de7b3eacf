package dev.offramp.jobs;

import dev.offramp.db.ObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a loop of one process stands, as that process told last.
///
/// @param process made up anew at each start
/// @param startedAt when the loop was
/// @param turns that ended, well or not
/// @param last the last that ended well
/// @param failures in a row; zero when the last turn ended well
/// @param trouble the last failure, over or not; of a bug no more than its kind, for the log has the rest
/// @param runningSince when the turn began that was under way when this was told
public record LoopState(
        ObjectId process,
        String name,
        Instant startedAt,
        long turns,
        Optional<Turn> last,
        int failures,
        Optional<LastTrouble> trouble,
        Optional<Instant> runningSince,
        Instant toldAt) {

    /// A turn that ended.
    public record Turn(Instant endedAt, Duration took) {}

    static LoopState started(ObjectId process, String name, Instant now) {
        return new LoopState(process, name, now, 0, Optional.empty(), 0, Optional.empty(), Optional.empty(), now);
    }

    LoopState began(Instant now) {
        return new LoopState(process, name, startedAt, turns, last, failures, trouble, Optional.of(now), now);
    }

    LoopState ended(Instant now) {
        Turn turn = new Turn(now, Duration.between(runningSince.orElse(now), now));
        return new LoopState(process, name, startedAt, turns + 1, Optional.of(turn), 0, trouble, Optional.empty(), now);
    }

    LoopState failed(String what, Instant now) {
        return new LoopState(
                process,
                name,
                startedAt,
                turns + 1,
                last,
                failures + 1,
                Optional.of(new LastTrouble(what, now)),
                Optional.empty(),
                now);
    }

    LoopState told(Instant now) {
        return new LoopState(process, name, startedAt, turns, last, failures, trouble, runningSince, now);
    }
}
