package dev.offramp.tenancy;

import java.time.Duration;
import java.time.Instant;

/// How long a newly saved bank or address may not be withdrawn to from the dashboard, so that somebody who got into a
/// session cannot be gone with the money before its owner notices. The API keeps its contract and knows no such time.
///
/// A shorter time takes effect only once the former one has passed since the change: else the first thing to do
/// would be to shorten it.
///
/// @param length what was chosen last, up to [#LONGEST]
/// @param formerly what was in force when that was chosen
public record CoolingOff(Duration length, Duration formerly, Instant changedAt) {

    public static final Duration LONGEST = Duration.ofDays(30);

    private static final Duration IN_PRODUCTION = Duration.ofDays(1);

    public CoolingOff {
        if (!isAllowed(length) || !isAllowed(formerly)) {
            throw new IllegalArgumentException("a cooling-off time is 0 to " + LONGEST + ": " + length);
        }
    }

    public static boolean isAllowed(Duration length) {
        return !length.isNegative() && length.compareTo(LONGEST) <= 0;
    }

    /// A day in production; none in development, where nothing is worth taking.
    static CoolingOff usual(Environment environment, Instant now) {
        Duration length = environment == Environment.PRODUCTION ? IN_PRODUCTION : Duration.ZERO;
        return new CoolingOff(length, length, now);
    }

    /// What becomes of it when somebody chooses another length.
    CoolingOff changed(Duration other, Instant now) {
        return new CoolingOff(other, inForce(now), now);
    }

    /// How long it is at a moment.
    public Duration inForce(Instant now) {
        boolean isFormer = length.compareTo(formerly) < 0 && now.isBefore(shorterFrom());
        return isFormer ? formerly : length;
    }

    /// From when a shorter length counts.
    public Instant shorterFrom() {
        return changedAt.plus(formerly);
    }

    /// When what was saved at `savedAt` opens, or opened, as it looks at `now`.
    public Instant opensAt(Instant savedAt, Instant now) {
        return savedAt.plus(inForce(now));
    }

    /// Whether what was saved at `savedAt` may be used.
    public boolean isOver(Instant savedAt, Instant now) {
        return !now.isBefore(opensAt(savedAt, now));
    }
}
