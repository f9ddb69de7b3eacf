package dev.offramp.chains.simulated;

import java.time.Duration;
import java.time.Instant;

/// Blocks that are made together.
///
/// @param first height of the first
/// @param count how many, at least one
/// @param firstAt time stamp of the first
/// @param between from one time stamp to the next; zero for blocks mined by hand
record Stretch(long first, long count, Instant firstAt, Duration between) {

    long last() {
        return first + count - 1;
    }

    Instant lastAt() {
        return firstAt.plus(between.multipliedBy(count - 1));
    }
}
