package dev.offramp.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/// What whoever scrapes must show, as `Authorization: Bearer ...`. `toString` shows nothing of it.
public record MetricsToken(String value) {

    /// What RFC 6750 (section 2.1) lets a bearer token be made of, and no fewer than nobody guesses.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{16,}=*");

    private static final String SCHEME = "Bearer ";

    public MetricsToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 16 or more of letters, digits and - . _ ~ + /");
        }
    }

    /// Reads it from a setting.
    ///
    /// @throws IllegalArgumentException with words that follow what it is of, and nothing of the token
    public static MetricsToken parse(String text) {
        return new MetricsToken(text);
    }

    /// Whether a header shows it. How long that takes tells nothing of where they differ.
    boolean isShownBy(String authorization) {
        boolean isBearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String shown = isBearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(bytes(value), bytes(shown));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "a token for metrics";
    }
}
