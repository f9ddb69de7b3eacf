package dev.offramp.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a query string. `undefined`, `null` and the empty value count as nothing, since that is what clients send
/// for a variable they did not set; of a repeated key the first counts.
public final class QueryString {

    private QueryString() {}

    /// The values by key; empty when a percent sign is not followed by two hexadecimal digits.
    public static Optional<Map<String, Sent>> read(String raw) {
        Map<String, Sent> values = new LinkedHashMap<>();
        try {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.putIfAbsent(key, sent(equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static Sent sent(String value) {
        return value.isEmpty() || value.equals("undefined") || value.equals("null")
                ? new Sent.Nothing()
                : new Sent.Untyped(value);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
