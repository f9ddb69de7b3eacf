package dev.offramp.tenancy;

import java.time.Duration;
import java.time.Instant;

/// A clock minute in which an integration's requests to one route are counted.
///
/// @param start the minute it is
/// @param requests how many came in it so far, refused ones too
public record RequestWindow(Instant start, long requests) {

    static final Duration LENGTH = Duration.ofMinutes(1);

    /// When counting begins anew.
    public Instant end() {
        return start.plus(LENGTH);
    }
}
