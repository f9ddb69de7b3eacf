package dev.offramp.dashboard;

import dev.offramp.web.RawRequest;
import java.util.Optional;

/// Whether a request was made by a page of ours. Browsers say where a request comes from, and no page can make them
/// lie; a request that says nothing of it is not from a browser of this decade.
final class SameOrigin {

    private SameOrigin() {}

    static boolean holds(RawRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        return site.isPresent()
                ? site.get().equals("same-origin")
                : request.header("Origin").equals(ownOrigin(request));
    }

    private static Optional<String> ownOrigin(RawRequest request) {
        String scheme = request.peer().isSecure() ? "https://" : "http://";
        return request.header("Host").map(host -> scheme + host);
    }
}
