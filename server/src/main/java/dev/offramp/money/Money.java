package dev.offramp.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact amount of one asset, counted in its smallest unit (kobo, satoshi, wei).
///
/// Arithmetic is exact and only between amounts of the same asset. Decimals are a matter of the edge:
/// whoever prints an amount knows the asset's scale. An amount may be negative (a balance of a system
/// account is), so rooms that need a positive one check it.
public record Money(AssetCode asset, BigInteger units) implements Comparable<Money> {

    public static Money zero(AssetCode asset) {
        return new Money(asset, BigInteger.ZERO);
    }

    /// `amount` in whole coins, rounded to `scale` decimals as `rounding` says.
    public static Money of(AssetCode asset, int scale, BigDecimal amount, Rounding rounding) {
        return exactly(asset, scale, amount.setScale(scale, rounding.mode()));
    }

    /// `amount` in whole coins; throws [ArithmeticException] when it has more than `scale` decimals.
    public static Money exactly(AssetCode asset, int scale, BigDecimal amount) {
        return new Money(asset, amount.movePointRight(scale).toBigIntegerExact());
    }

    public Money plus(Money other) {
        return new Money(asset, units.add(same(other).units));
    }

    public Money minus(Money other) {
        return new Money(asset, units.subtract(same(other).units));
    }

    public Money negated() {
        return new Money(asset, units.negate());
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    public boolean isPositive() {
        return units.signum() > 0;
    }

    public boolean isNegative() {
        return units.signum() < 0;
    }

    /// The amount in whole coins of an asset with `scale` decimals.
    public BigDecimal decimal(int scale) {
        return new BigDecimal(units, scale);
    }

    @Override
    public int compareTo(Money other) {
        return units.compareTo(same(other).units);
    }

    private Money same(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot mix " + asset + " and " + other.asset);
        }
        return other;
    }

    @Override
    public String toString() {
        return units + " units of " + asset;
    }
}
