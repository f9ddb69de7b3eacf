package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.requests.LoggedRequest;
import dev.offramp.traces.TraceParent;
import dev.offramp.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells the request log of the calls whose tenant is known, and of nothing that was in their bodies.
///
/// @param clock says how long they took
record CallLog(RequestLog log, InstantSource clock) {

    /// Tells nobody.
    static final CallLog NONE = new CallLog(RequestLog.NONE, () -> Instant.EPOCH);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FAILURES = 400;

    /// In the place of what was filled into a refusal's text, which may have been in the request.
    private static final String LEFT_OUT = "...";

    private static final Map<Refusal, Pattern> WITH_PLACES = Arrays.stream(Refusal.values())
            .filter(refusal -> refusal.text().contains("%s"))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), CallLog::pattern));

    private static Pattern pattern(Refusal refusal) {
        return Pattern.compile(
                Arrays.stream(refusal.text().split("%s", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /// @param beganAt when the call began to be answered
    void note(Call call, Instant beganAt, Answer answer) {
        if (log != RequestLog.NONE && call.environment().isPresent()) {
            log.note(logged(call, beganAt, answer), call.raw().header(TraceParent.HEADER));
        }
    }

    private LoggedRequest logged(Call call, Instant beganAt, Answer answer) {
        Optional<JsonNode> refused =
                answer.status() < FAILURES ? Optional.empty() : Optional.of(JSON.readTree(answer.body()));
        return new LoggedRequest(
                new ObjectId(call.raw().requestId()),
                call.tenant(),
                call.raw().header(Headers.APP_ID).orElseThrow(),
                call.raw().method(),
                call.route().key(),
                call.raw().path(),
                answer.status(),
                Duration.between(beganAt, clock.instant()),
                beganAt,
                call.raw().peer().address().getHostAddress(),
                refused.flatMap(
                        body -> message(answer.status(), body.path("message").asString(""))),
                refused.map(body -> fields(body.path("errors"))).orElse(List.of()));
    }

    /// The text of the refusal that says this; empty when none does.
    private static Optional<String> message(int status, String message) {
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.status() == status && says(refusal, message))
                .map(refusal -> refusal.text().replace("%s", LEFT_OUT))
                .findFirst();
    }

    private static boolean says(Refusal refusal, String message) {
        Pattern pattern = WITH_PLACES.get(refusal);
        return pattern == null
                ? refusal.text().equals(message)
                : pattern.matcher(message).matches();
    }

    private static List<String> fields(JsonNode errors) {
        return errors.isObject() ? List.copyOf(errors.propertyNames()) : List.of();
    }
}
