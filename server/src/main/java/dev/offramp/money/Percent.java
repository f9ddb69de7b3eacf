package dev.offramp.money;

import java.math.BigDecimal;

/// A share in percent, 0 to 100 inclusive: 0.5 means half a percent.
public record Percent(BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final Percent ZERO = new Percent(BigDecimal.ZERO);

    public Percent {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage is 0 to 100: " + value);
        }
    }

    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /// 0.005 for half a percent, exactly.
    public BigDecimal fraction() {
        return value.movePointLeft(2);
    }

    /// The exact share of `amount`; the caller rounds it into a [Money].
    public BigDecimal shareOf(BigDecimal amount) {
        return amount.multiply(fraction());
    }
}
