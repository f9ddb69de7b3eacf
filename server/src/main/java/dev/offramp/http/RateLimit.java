package dev.offramp.http;

import dev.offramp.tenancy.RequestWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// How much of a route's limit an integration has used up; told on every answer of such a route.
///
/// @param most requests in a clock minute
record RateLimit(int most, RequestWindow window) {

    boolean isExceeded() {
        return window.requests() > most;
    }

    /// The end is in Unix seconds.
    Map<String, String> headers() {
        return Map.of(
                Headers.LIMIT, String.valueOf(most),
                Headers.LIMIT_REMAINING, String.valueOf(Math.max(0, most - window.requests())),
                Headers.LIMIT_RESET, String.valueOf(window.end().getEpochSecond()));
    }

    Duration retryAfter(Instant now) {
        Duration left = Duration.between(now, window.end());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
