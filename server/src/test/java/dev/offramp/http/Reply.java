package dev.offramp.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer as a client reads it.
record Reply(int status, String body, Map<String, String> headers) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Reply(Answer answer) {
        this(answer.status(), new String(whole(answer), StandardCharsets.UTF_8), answer.headers());
    }

    boolean isReplay() {
        return "true".equals(headers.get("Idempotent-Replayed"));
    }

    private static byte[] whole(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (answer.streamed().isPresent()) {
                answer.streamed().get().writeTo(out);
            } else {
                out.write(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    JsonNode json() {
        return MAPPER.readTree(body);
    }

    JsonNode data() {
        if (status != 200) {
            throw new AssertionError("refused: " + body);
        }
        return json().get("data");
    }

    /// A text of `data`.
    String text(String field) {
        return data().get(field).asString();
    }

    /// Status and message, with the reasons of a 422: `404 asset not found`.
    String outcome() {
        return status == 422
                ? status + " " + json().get("errors")
                : status + " " + json().get("message").asString();
    }

    /// One field of each item of a list.
    List<String> each(String field) {
        List<String> values = new ArrayList<>();
        data().forEach(item -> values.add(item.path(field).asString("")));
        return values;
    }
}
