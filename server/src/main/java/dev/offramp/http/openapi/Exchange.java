package dev.offramp.http.openapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A request with its answer as they really went over the wire, with what changes from run to run replaced.
///
/// A file of one is readable as it is: notes after `#`, the first of which says what it shows; the request; the answer.
///
/// @param title what it shows
/// @param sent the request's body, if it had one that is JSON
/// @param answered the answer's body, if it had one that is JSON
record Exchange(String title, Optional<Object> sent, Optional<Object> answered) {

    private static final Pattern TITLE = Pattern.compile("\\A# (.*)");
    private static final Pattern ANSWER = Pattern.compile("(?m)^HTTP/1\\.1 \\d{3}");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Exchange parse(String text) {
        Matcher title = TITLE.matcher(text);
        Matcher answer = ANSWER.matcher(text);
        if (!title.find() || !answer.find()) {
            throw new IllegalArgumentException("no exchange: " + text);
        }
        return new Exchange(
                title.group(1), body(text.substring(0, answer.start())), body(text.substring(answer.start())));
    }

    /// What comes after the first empty line.
    private static Optional<Object> body(String message) {
        int end = message.indexOf("\n\n");
        String body = end < 0 ? "" : message.substring(end).strip();
        return body.startsWith("{") ? Optional.of(MAPPER.readValue(body, Object.class)) : Optional.empty();
    }
}
