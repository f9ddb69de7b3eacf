package dev.offramp.wire;

import java.math.BigDecimal;

/// The text of exact decimals.
public final class Decimals {

    private Decimals() {}

    /// All digits, no exponent, no trailing zeros: `0.5`, `94221.52`, `100`.
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
