package dev.offramp.tenancy;

import java.time.Duration;
import java.util.Optional;

/// How long the old secret still works after a new one was made.
public enum Grace {
    /// The old secret is dead at once.
    NONE(Optional.empty()),
    HOUR(Optional.of(Duration.ofHours(1))),
    DAY(Optional.of(Duration.ofDays(1))),
    WEEK(Optional.of(Duration.ofDays(7)));

    private final Optional<Duration> length;

    Grace(Optional<Duration> length) {
        this.length = length;
    }

    public Optional<Duration> length() {
        return length;
    }
}
