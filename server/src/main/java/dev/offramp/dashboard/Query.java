package dev.offramp.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands behind the question mark. What cannot be read there is as if it were not there: links get old.
public record Query(Map<String, String> values) {

    private static final int PAGE_MAX = 1_000_000;

    /// Empty when it is missing or blank.
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// Which page of a list, from 1.
    public int page() {
        return text("page")
                .filter(value -> value.matches("[0-9]{1,7}"))
                .map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= PAGE_MAX)
                .orElse(1);
    }

    /// The same with another value; a blank one takes it away.
    public Query with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (value.isBlank()) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return new Query(all);
    }

    /// To be put behind a path; empty, or with its question mark.
    public String written() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
