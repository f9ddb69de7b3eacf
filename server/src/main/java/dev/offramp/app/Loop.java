package dev.offramp.app;

import dev.offramp.jobs.Step;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A piece of background work.
///
/// @param rest after a turn that found nothing more to do
public record Loop(Step step, Duration rest) {

    /// A loop around a room's method.
    ///
    /// @param turn answers whether there may be more to do at once
    static Loop of(String name, Duration rest, BooleanSupplier turn) {
        return new Loop(new Turn(name, turn), rest);
    }

    private record Turn(String name, BooleanSupplier turn) implements Step {

        @Override
        public boolean runOnce() {
            return turn.getAsBoolean();
        }
    }
}
