package dev.offramp.http;

import dev.offramp.http.openapi.ApiDocument;
import dev.offramp.web.RawRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies outside of `/v1` and is open to everybody: the icons, and the API's own description.
final class OpenPages {

    private static final String DOCUMENT = "/openapi.json";

    private final List<Endpoint> endpoints;
    private Optional<Page> document = Optional.empty();

    /// @param tag changes with the body; clients that have this one are spared it
    private record Page(byte[] body, String tag) {

        Answer answer(RawRequest raw) {
            Map<String, String> headers = Map.of("ETag", tag, "Cache-Control", "public, max-age=300");
            boolean isKnown = raw.header("If-None-Match").filter(this::isNamed).isPresent();
            return isKnown ? new Answer(304, new byte[0], headers, false) : new Answer(200, body, headers, false);
        }

        private boolean isNamed(String tags) {
            return tags.equals("*") || List.of(tags.split("\\s*,\\s*")).contains(tag);
        }
    }

    /// @param endpoints what is described
    OpenPages(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    /// Whether a path could be one of them.
    static boolean claims(String path) {
        return path.equals(DOCUMENT) || path.startsWith(Icons.ROOT);
    }

    /// Empty when there is no such page.
    Optional<Answer> find(RawRequest raw) {
        boolean isDocument = raw.path().equals(DOCUMENT)
                && Method.parse(raw.method()).filter(Method.GET::equals).isPresent();
        return isDocument ? Optional.of(document().answer(raw)) : Icons.find(raw.method(), raw.path());
    }

    /// The API's description, as it is served.
    byte[] description() {
        return document().body().clone();
    }

    /// Made when first asked for: a server that nobody asks starts without it.
    private synchronized Page document() {
        if (document.isEmpty()) {
            byte[] body = ApiDocument.of(endpoints);
            document = Optional.of(new Page(body, tag(body)));
        }
        return document.get();
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
