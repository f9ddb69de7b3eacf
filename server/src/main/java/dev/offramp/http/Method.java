package dev.offramp.http;

import java.util.Optional;

/// The methods that endpoints have.
public enum Method {
    GET,
    POST,
    PUT,
    DELETE;

    /// The method to route by; `HEAD` asks what `GET` would. Methods are case-sensitive.
    static Optional<Method> parse(String text) {
        return switch (text) {
            case "GET", "HEAD" -> Optional.of(GET);
            case "POST" -> Optional.of(POST);
            case "PUT" -> Optional.of(PUT);
            case "DELETE" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }
}
