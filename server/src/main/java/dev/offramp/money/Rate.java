package dev.offramp.money;

import java.math.BigDecimal;

/// How much of one thing one unit of another is worth: dollars per coin, naira per dollar. Always above zero:
/// an unknown rate is an absent one, never a zero.
public record Rate(BigDecimal value) implements Comparable<Rate> {

    public static final Rate ONE = new Rate(BigDecimal.ONE);

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above zero: " + value);
        }
    }

    public static Rate of(String value) {
        return new Rate(new BigDecimal(value));
    }

    /// The exact product; the caller rounds it into a [Money].
    public BigDecimal times(BigDecimal amount) {
        return amount.multiply(value);
    }

    /// This rate less `percent`, exactly.
    public Rate less(Percent percent) {
        return new Rate(value.multiply(BigDecimal.ONE.subtract(percent.fraction())));
    }

    /// This rate and `percent` of it, exactly.
    public Rate plus(Percent percent) {
        return new Rate(value.multiply(BigDecimal.ONE.add(percent.fraction())));
    }

    /// This rate with its digits beyond `scale` dropped as `rounding` says.
    public Rate rounded(int scale, Rounding rounding) {
        return new Rate(value.setScale(scale, rounding.mode()));
    }

    @Override
    public int compareTo(Rate other) {
        return value.compareTo(other.value);
    }
}
