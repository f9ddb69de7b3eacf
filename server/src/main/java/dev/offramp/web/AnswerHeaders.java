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

    /// For a year, this host and none below it: what else its owner has there is not ours to say.
    private static final Header TLS_ALONE =
            HeaderValues.createCached(HeaderNames.STRICT_TRANSPORT_SECURITY, "max-age=31536000");

    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private AnswerHeaders() {}

    /// @param isSecure whether the request came by TLS: only then browsers are told never to come without. Said to who
    ///     came without, it would be for anybody on the way to say (RFC 6797, 7.2)
    static List<Header> of(String requestId, RawAnswer answer, boolean isSecure) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        answer.headers()
                .forEach(header -> byName.computeIfAbsent(header.name(), _ -> new ArrayList<>())
                        .add(header.value()));
        List<Header> all = new ArrayList<>();
        // Replaced by the answer's own, where it has one.
        all.add(NO_STORE);
        all.add(HeaderValues.create(Web.REQUEST_ID, requestId));
        if (isSecure) {
            all.add(TLS_ALONE);
        }
        byName.forEach((name, values) -> all.add(HeaderValues.create(HeaderNames.create(name), values)));
        return all;
    }
}
