package dev.offramp.deposits;

import java.math.BigDecimal;

/// What was credited in some time.
///
/// @param usd what the deposits were worth
public record Volume(long deposits, BigDecimal usd) {

    public static final Volume NONE = new Volume(0, BigDecimal.ZERO);
}
