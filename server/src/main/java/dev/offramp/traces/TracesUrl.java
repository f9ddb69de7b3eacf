package dev.offramp.traces;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Where a collector takes spans, by OTLP over HTTP: `http://127.0.0.1:4318/v1/traces`. `toString` shows no password.
///
/// @param endpoint without user and password
/// @param authorization the header's value; empty where the collector takes spans from anybody
public record TracesUrl(URI endpoint, Optional<String> authorization) {

    private static final String PATH = "/v1/traces";

    /// Reads the URL; user and password are percent-decoded. Without a path it is that of the standard.
    ///
    /// @throws IllegalArgumentException with words that follow what it is of, and nothing of a password
    public static TracesUrl parse(String text) {
        URI url = uri(text);
        boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getRawFragment() != null) {
            throw malformed();
        }
        boolean isBare = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        String place = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        URI endpoint = uri(url.getScheme() + "://" + place + (isBare ? PATH : url.getRawPath()) + query);
        return new TracesUrl(endpoint, Optional.ofNullable(url.getRawUserInfo()).map(TracesUrl::basic));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException withThePasswordInItsMessage) {
            throw malformed();
        }
    }

    private static String basic(String userInfo) {
        if (!userInfo.contains(":")) {
            throw malformed();
        }
        // A plus is a plus here.
        String login = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be a URL such as http://127.0.0.1:4318/v1/traces or"
                + " https://user:password@traces.example.com/v1/traces");
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
