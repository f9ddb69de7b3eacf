package dev.offramp.http.openapi;

import dev.offramp.http.Headers;

/// The headers of answers, in the document.
final class AnswerHeaderNames {

    private AnswerHeaderNames() {}

    /// On every answer.
    static Node requestId() {
        return ref(Headers.REQUEST_ID);
    }

    /// On every answer to a request that was counted.
    static Node limit() {
        return ref(Headers.LIMIT).withAll(ref(Headers.LIMIT_REMAINING)).withAll(ref(Headers.LIMIT_RESET));
    }

    /// On the first answer given again.
    static Node replayed() {
        return ref(Headers.REPLAYED);
    }

    /// Those of a refusal.
    static Node of(int status) {
        return switch (status) {
            case 429 -> requestId().withAll(limit()).withAll(ref(Headers.RETRY_AFTER));
            case 503 -> requestId().withAll(ref(Headers.RETRY_AFTER));
            default -> requestId();
        };
    }

    /// What they are.
    static Node components() {
        return Node.of(
                        Headers.REQUEST_ID,
                        header("Stands in the server's log, and in what the request led to.", true, "string"))
                .with(Headers.RETRY_AFTER, header("In how many seconds to come back.", true, "integer"))
                .with(Headers.LIMIT, header("How many requests a clock minute takes.", true, "integer"))
                .with(Headers.LIMIT_REMAINING, header("How many of them are left.", true, "integer"))
                .with(Headers.LIMIT_RESET, header("When the minute ends, in Unix seconds.", true, "integer"))
                .with(Headers.REPLAYED, header("`true` on an answer that was given before.", false, "string"));
    }

    private static Node ref(String name) {
        return Node.of(name, Node.ref("headers", name));
    }

    private static Node header(String meaning, boolean isRequired, String type) {
        return Node.of("description", meaning).with("required", isRequired).with("schema", Node.of("type", type));
    }
}
