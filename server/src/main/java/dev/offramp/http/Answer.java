package dev.offramp.http;

import dev.offramp.web.Body;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.Streamed;
import dev.offramp.wire.ErrorJson;
import dev.offramp.wire.Json;
import dev.offramp.wire.PagesJson;
import dev.offramp.wire.RawJson;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.SuccessJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is sent back: a status, a body in the envelope, and headers beyond those that every answer has.
///
/// @param isDecision whether a repetition of the request with the same idempotency key gets it again
/// @param streamed a body that is no envelope, in the place of `body`
public record Answer(
        int status, byte[] body, Map<String, String> headers, boolean isDecision, Optional<Streamed> streamed) {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String CSV = "text/csv; charset=utf-8; header=present";

    public Answer(int status, byte[] body, Map<String, String> headers, boolean isDecision) {
        this(status, body, headers, isDecision, Optional.empty());
    }

    /// A table to be saved under that name.
    public static Answer csv(String fileName, Streamed table) {
        Map<String, String> headers =
                Map.of("Content-Type", CSV, "Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        return new Answer(200, new byte[0], headers, true, Optional.of(table));
    }

    public static Answer success(String message, Object data) {
        return of(200, Json.bytes(SuccessJson.of(message, data)), true);
    }

    /// A success with nothing to return.
    public static Answer success(String message) {
        return success(message, RawJson.EMPTY_OBJECT);
    }

    public static Answer page(String message, List<?> data, PagesJson pages) {
        return of(200, Json.bytes(SuccessJson.page(message, data, pages)), true);
    }

    /// @param places what fills the places in the refusal's text
    public static Answer refusal(Refusal refusal, Object... places) {
        return of(refusal.status(), refusal.body(places), refusal.isDecision());
    }

    /// 422 with its reasons.
    public static Answer invalid(Reasons reasons) {
        Refusal refusal = Refusal.INVALID_INPUT;
        return of(refusal.status(), Json.bytes(ErrorJson.of(refusal.text(), reasons)), refusal.isDecision());
    }

    /// 503: come back later.
    static Answer unavailable(Duration retryAfter) {
        return refusal(Refusal.UNAVAILABLE).with(retryAfter(retryAfter));
    }

    /// 429: come back in the next window.
    static Answer tooMany(Duration retryAfter) {
        return refusal(Refusal.TOO_MANY_REQUESTS).with(retryAfter(retryAfter));
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(Headers.RETRY_AFTER, RawAnswer.seconds(wait));
    }

    /// As it goes out.
    RawAnswer raw() {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", JSON);
        return RawAnswer.of(status, all, streamed.<Body>map(table -> table).orElseGet(() -> new Body.Whole(body)));
    }

    /// The same with more headers.
    Answer with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, all, isDecision, streamed);
    }

    private static Answer of(int status, byte[] body, boolean isDecision) {
        return new Answer(status, body, Map.of(), isDecision);
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
