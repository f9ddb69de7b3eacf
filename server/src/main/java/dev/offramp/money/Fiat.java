package dev.offramp.money;

import java.util.Locale;
import java.util.Optional;

/// The bank currencies the platform keeps books in. All have two decimals.
public enum Fiat {
    USD,
    NGN,
    GHS;

    /// Decimals of every fiat account (kobo, pesewa, cent).
    public static final int SCALE = 2;

    private final AssetCode asset = new AssetCode(name());

    public AssetCode asset() {
        return asset;
    }

    /// The wire's lower-case code: `ngn`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a code without regard to case; empty for anything that is not one of ours.
    public static Optional<Fiat> parse(String code) {
        for (Fiat fiat : values()) {
            if (fiat.name().equalsIgnoreCase(code)) {
                return Optional.of(fiat);
            }
        }
        return Optional.empty();
    }

    /// `amount` with its digits beyond the second dropped as `rounding` says.
    public Money money(java.math.BigDecimal amount, Rounding rounding) {
        return Money.of(asset, SCALE, amount, rounding);
    }

    /// `amount` exactly; throws [ArithmeticException] when it has more than two decimals.
    public Money money(String amount) {
        return Money.exactly(asset, SCALE, new java.math.BigDecimal(amount));
    }
}
