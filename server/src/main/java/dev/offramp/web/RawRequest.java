package dev.offramp.web;

import java.util.Optional;
import java.util.function.Function;

/// A request as it came in, before anything is known about it. `toString` shows no header and no body.
///
/// @param method as sent
/// @param path as sent, not decoded
/// @param query as sent, without the question mark; empty when there is none
/// @param headers the value of a header, by its name in any case
public record RawRequest(
        String requestId,
        String method,
        String path,
        String query,
        Function<String, Optional<String>> headers,
        Peer peer,
        Content content) {

    /// The value of a header; empty when it is missing or blank.
    public Optional<String> header(String name) {
        return headers.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return requestId + " " + method + " " + path;
    }
}
