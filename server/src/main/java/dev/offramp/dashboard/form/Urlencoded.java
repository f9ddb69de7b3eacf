package dev.offramp.dashboard.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what browsers send of a form, and query strings.
public final class Urlencoded {

    /// The media type.
    public static final String TYPE = "application/x-www-form-urlencoded";

    private static final int PAIRS_MAX = 500;

    private Urlencoded() {}

    /// All values by name, in their order; empty when it cannot be read.
    public static Optional<Map<String, List<String>>> read(String text) {
        String[] pairs = text.isEmpty() ? new String[0] : text.split("&", PAIRS_MAX + 1);
        if (pairs.length > PAIRS_MAX) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
