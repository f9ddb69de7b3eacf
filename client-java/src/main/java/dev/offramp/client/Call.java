package dev.offramp.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request, as an operation makes it. */
record Call(String method, String path, Map<String, String> query, Optional<Object> body) {

    /**
     * @param template with {@code {}} for each variable
     */
    static Call of(String method, String template, String... variables) {
        String path = template;
        for (String variable : variables) {
            path = path.replaceFirst(
                    "\\{}", encoded(variable).replace("\\", "\\\\").replace("$", "\\$"));
        }
        return new Call(method, path, Map.of(), Optional.empty());
    }

    Call query(String name, Optional<String> value) {
        return value.map(text -> withQuery(Map.of(name, text))).orElse(this);
    }

    Call query(ListQuery list) {
        return withQuery(list.fields());
    }

    Call page(int page) {
        return withQuery(Map.of(ListQuery.PAGE, String.valueOf(page)));
    }

    Call body(Object content) {
        return new Call(method, path, query, Optional.of(content));
    }

    /** Whether it is sent under an idempotency key. */
    boolean isChange() {
        return !method.equals("GET");
    }

    /** Its path with its query. */
    String target() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private Call withQuery(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(query);
        all.putAll(more);
        return new Call(method, path, all, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
