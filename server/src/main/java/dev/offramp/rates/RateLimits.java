package dev.offramp.rates;

import java.math.BigDecimal;
import java.util.Optional;

/// What a rate typed by hand may be. Wide enough for any coin and currency, narrow enough to stop a wrong unit.
final class RateLimits {

    /// More than this away from the last rate needs to be forced.
    static final BigDecimal CHANGE_MAX = new BigDecimal("0.2");

    private static final int DECIMALS_MAX = 12;
    private static final BigDecimal PRICE_MIN = new BigDecimal("0.000000001");
    private static final BigDecimal PRICE_MAX = new BigDecimal("1000000000");
    private static final BigDecimal LOCAL_MIN = new BigDecimal("0.1");
    private static final BigDecimal LOCAL_MAX = new BigDecimal("1000000");

    private RateLimits() {}

    /// Why this is no rate of the pair; empty when it may be one.
    static Optional<String> oddity(Pair pair, BigDecimal rate) {
        if (rate.signum() <= 0) {
            return Optional.of("a rate is above zero");
        }
        BigDecimal min = pair.isOfDollar() ? LOCAL_MIN : PRICE_MIN;
        BigDecimal max = pair.isOfDollar() ? LOCAL_MAX : PRICE_MAX;
        if (rate.compareTo(min) < 0 || rate.compareTo(max) > 0) {
            return Optional.of(
                    "a rate of " + pair + " is between " + min.toPlainString() + " and " + max.toPlainString());
        }
        return rate.stripTrailingZeros().scale() > DECIMALS_MAX
                ? Optional.of("a rate has at most " + DECIMALS_MAX + " decimals")
                : Optional.empty();
    }

    static boolean isFar(BigDecimal rate, BigDecimal last) {
        return rate.subtract(last).abs().compareTo(last.multiply(CHANGE_MAX)) > 0;
    }
}
