package dev.offramp.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The headers of an answer as the server library takes them, with those that every answer has.
final class AnswerHeaders {

    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private AnswerHeaders() {}

    static List<Header> of(String requestId, RawAnswer answer) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        answer.headers()
                .forEach(header -> byName.computeIfAbsent(header.name(), _ -> new ArrayList<>())
                        .add(header.value()));
        List<Header> all = new ArrayList<>();
        // Replaced by the answer's own, where it has one.
        all.add(NO_STORE);
        all.add(HeaderValues.create(Web.REQUEST_ID, requestId));
        byName.forEach((name, values) -> all.add(HeaderValues.create(HeaderNames.create(name), values)));
        return all;
    }
}
