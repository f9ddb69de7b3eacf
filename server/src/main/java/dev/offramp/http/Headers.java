package dev.offramp.http;

import dev.offramp.web.Web;

/// The names of our own headers, on requests and on answers.
public final class Headers {

    public static final String APP_ID = "x-app-id";
    public static final String APP_SECRET = "x-app-secret";
    public static final String ENVIRONMENT = "X-Breet-Env";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public static final String REQUEST_ID = Web.REQUEST_ID;
    public static final String REPLAYED = "Idempotent-Replayed";
    public static final String RETRY_AFTER = "Retry-After";
    public static final String LIMIT = "X-RateLimit-Limit";
    public static final String LIMIT_REMAINING = "X-RateLimit-Remaining";
    public static final String LIMIT_RESET = "X-RateLimit-Reset";

    private Headers() {}
}
