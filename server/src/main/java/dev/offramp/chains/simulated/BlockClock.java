package dev.offramp.chains.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The clock all simulated networks share, as read under its lock.
///
/// Heights are counted, not computed from the time, so that whatever the machine's clock does no block is lost or
/// made twice. A long sleep is not made up for in full: that would be a hundred thousand empty blocks after a
/// weekend, for every reader to walk through.
///
/// @param height of the tip, the same on every network
/// @param madeAt the time up to which blocks have been made
record BlockClock(long height, Instant madeAt) {

    /// Most blocks made up for after a pause.
    static final long CATCH_UP = 600;

    /// Clocks of two processes may differ by this much; a clock further behind was set back.
    private static final Duration SKEW = Duration.ofSeconds(5);

    /// What is due at `now`; empty before the next block's time.
    Optional<Stretch> due(Instant now, Duration blockTime) {
        long passed = Duration.between(madeAt, now).dividedBy(blockTime);
        if (passed <= 0) {
            return Optional.empty();
        }
        long count = Math.min(passed, CATCH_UP);
        Instant firstAt = madeAt.plus(blockTime.multipliedBy(passed - count + 1));
        return Optional.of(new Stretch(height + 1, count, firstAt, blockTime));
    }

    /// `count` blocks on demand, all stamped `now`.
    Stretch byHand(long count, Instant now) {
        return new Stretch(height + 1, count, now.isBefore(madeAt) ? madeAt : now, Duration.ZERO);
    }

    /// Whether the machine's clock was set back, so that waiting for it to catch up would stop the chains.
    boolean isAheadOf(Instant now) {
        return Duration.between(now, madeAt).compareTo(SKEW) > 0;
    }
}
