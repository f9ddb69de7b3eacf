package dev.offramp.dashboard.part;

import java.time.Duration;
import java.time.Instant;

/// Lengths of time as people say them.
public final class Ages {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    private Ages() {}

    /// `3 minutes`, in the greatest unit that there is at least two of, rounded down.
    public static String words(Duration time) {
        if (time.compareTo(Duration.ofSeconds(2)) < 0) {
            return Figures.count(Math.max(0, time.toMillis())) + " ms";
        }
        if (time.toSeconds() < 2 * SECONDS_PER_MINUTE) {
            return time.toSeconds() + " seconds";
        }
        if (time.toMinutes() < 2 * MINUTES_PER_HOUR) {
            return time.toMinutes() + " minutes";
        }
        return time.toHours() < 2 * HOURS_PER_DAY ? time.toHours() + " hours" : time.toDays() + " days";
    }

    /// `3 minutes ago`, or `just now`.
    public static String since(Instant then, Instant now) {
        Duration time = Duration.between(then, now);
        return time.compareTo(Duration.ofSeconds(2)) < 0 ? "just now" : words(time) + " ago";
    }
}
