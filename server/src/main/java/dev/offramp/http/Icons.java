package dev.offramp.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pictures that assets name in `icon`: outside of `/v1` and open to everybody.
final class Icons {

    static final String ROOT = "/icons/";

    private static final Pattern PATH = Pattern.compile(ROOT + "([a-z0-9]{1,16}\\.svg)");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "image/svg+xml",
            "Cache-Control", "public, max-age=86400",
            "X-Content-Type-Options", "nosniff");

    private Icons() {}

    /// Empty when that is no icon.
    static Optional<Answer> find(String method, String path) {
        Matcher wanted = PATH.matcher(path);
        boolean isAsked = Method.parse(method).filter(Method.GET::equals).isPresent() && wanted.matches();
        return isAsked ? read(wanted.group(1)).map(svg -> new Answer(200, svg, HEADERS, false)) : Optional.empty();
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = Icons.class.getResourceAsStream("/icons/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
