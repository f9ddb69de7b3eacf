package dev.offramp.dashboard;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where to go after signing in: a path of ours, never another site's address.
public final class OwnPath {

    /// One slash, then neither a second one nor a backslash, which browsers take for one.
    private static final Pattern FORM = Pattern.compile("/([A-Za-z0-9_~-][A-Za-z0-9._~/%?&=+:@,-]{0,800})?");

    private OwnPath() {}

    /// Empty for anything else.
    public static Optional<String> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
