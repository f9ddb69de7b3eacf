package dev.offramp.jobs;

import java.time.Instant;

/// The turns of a loop of this process since it started.
///
/// @param turns that ended, well or not
/// @param failures those that did not end well
/// @param wellAt when the last one ended well; the start of the loop before the first has
public record LoopTurns(String name, long turns, long failures, Instant wellAt) {

    static LoopTurns of(LoopState state, long failures) {
        Instant wellAt = state.last().map(LoopState.Turn::endedAt).orElse(state.startedAt());
        return new LoopTurns(state.name(), state.turns(), failures, wellAt);
    }
}
