package dev.offramp.withdrawals;

import java.util.Locale;
import java.util.Optional;

/// How much a client pays for a withdrawal. Medium where it does not say.
public enum FeeLevel {
    LOW,
    MEDIUM,
    HIGH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name without regard to case; empty for anything else.
    public static Optional<FeeLevel> parse(String text) {
        for (FeeLevel level : values()) {
            if (level.name().equalsIgnoreCase(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
