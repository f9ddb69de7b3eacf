package dev.offramp.payouts;

import dev.offramp.money.Money;
import java.math.BigInteger;
import java.util.Optional;

/// What a payout of one currency costs a tenant, and how large it may be.
///
/// @param fee taken out of the amount; the account receives the rest
/// @param maximum the tenant's own limit; most have none
public record PayoutTerms(Money fee, Money minimum, Optional<Money> maximum) {

    /// Whether nothing would arrive, or less than a rail takes.
    public boolean isTooSmall(Money amount) {
        return amount.compareTo(least()) < 0;
    }

    /// The smallest amount that is not too small.
    public Money least() {
        Money aboveFee = fee.plus(new Money(fee.asset(), BigInteger.ONE));
        return minimum.compareTo(aboveFee) < 0 ? aboveFee : minimum;
    }

    public boolean isTooLarge(Money amount) {
        return maximum.filter(limit -> amount.compareTo(limit) > 0).isPresent();
    }

    public boolean allow(Money amount) {
        return !isTooSmall(amount) && !isTooLarge(amount);
    }
}
