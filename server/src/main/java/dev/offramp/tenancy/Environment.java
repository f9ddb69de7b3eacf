package dev.offramp.tenancy;

import java.util.Locale;
import java.util.Optional;

/// One of the two worlds of an integration. Nothing is shared between them but the integration itself: each has
/// its own seed, wallets, money and settings.
public enum Environment {
    /// The sandbox: simulated chains and rails, fixed rates. `sandbox` on the wire is the same.
    DEVELOPMENT,
    /// Real chains and real money.
    PRODUCTION;

    /// The lower-case name, as stored and as in the `X-Breet-Env` header.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the header's value: `development`, `sandbox` or `production`, without regard to case.
    public static Optional<Environment> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "development", "sandbox" -> Optional.of(DEVELOPMENT);
            case "production" -> Optional.of(PRODUCTION);
            default -> Optional.empty();
        };
    }
}
