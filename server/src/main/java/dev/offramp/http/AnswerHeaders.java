package dev.offramp.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/// The headers that every answer has, malformed requests' too.
final class AnswerHeaders {

    static final HeaderName REQUEST_ID = HeaderNames.create(Headers.REQUEST_ID);

    private static final Header JSON =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private AnswerHeaders() {}

    static List<Header> of(String requestId) {
        return List.of(JSON, NO_STORE, HeaderValues.create(REQUEST_ID, requestId));
    }
}
