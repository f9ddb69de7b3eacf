package dev.offramp.assets;

import java.util.Locale;
import java.util.Optional;

/// The stablecoins that can be withdrawn.
public enum Token {
    USDT,
    USDC;

    /// The lower-case name under which it is stored.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name without regard to case; empty for anything else.
    public static Optional<Token> parse(String text) {
        for (Token token : values()) {
            if (token.name().equalsIgnoreCase(text)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
