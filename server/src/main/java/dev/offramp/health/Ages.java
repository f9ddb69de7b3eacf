package dev.offramp.health;

import java.time.Duration;

/// How long something has lasted, in words.
final class Ages {

    private Ages() {}

    /// The largest unit of which there are two, or seconds.
    static String words(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, age.toSeconds()) + " seconds";
        }
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return age.toMinutes() + " minutes";
        }
        return age.toHours() + " hours";
    }
}
