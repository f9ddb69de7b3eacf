package dev.offramp.db;

import java.time.Duration;

/// A passing fault of something outside (database, node, rail, receiver): try again later.
///
/// Neither a bug nor a refusal. Only `jobs` (which retries) and what answers requests (`http`, `web`, `mcp`) catch it;
/// it is never shown as a business answer.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Trouble(String what, Duration retryAfter, Throwable cause) {
        super(what, cause);
        this.retryAfter = retryAfter;
    }

    public Trouble(String what, Duration retryAfter) {
        super(what);
        this.retryAfter = retryAfter;
    }

    /// How long to wait before it makes sense to try again.
    public Duration retryAfter() {
        return retryAfter;
    }
}
