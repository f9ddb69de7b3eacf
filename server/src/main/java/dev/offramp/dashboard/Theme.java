package dev.offramp.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Light or dark.
public enum Theme {
    /// As the machine is set.
    SYSTEM,
    LIGHT,
    DARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word for it.
    public String words() {
        return name().charAt(0) + code().substring(1);
    }

    public static Optional<Theme> find(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }
}
