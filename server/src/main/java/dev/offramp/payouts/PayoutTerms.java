package dev.offramp.payouts;

import dev.offramp.money.Money;
import java.util.Optional;

/// What a payout of one currency costs a tenant, and how large it may be.
///
/// @param fee taken out of the amount; the account receives the rest
/// @param maximum the tenant's own limit; most have none
public record PayoutTerms(Money fee, Money minimum, Optional<Money> maximum) {

    /// Whether nothing would arrive, or less than a rail takes.
    public boolean isTooSmall(Money amount) {
        return amount.compareTo(minimum) < 0 || amount.compareTo(fee) <= 0;
    }

    public boolean isTooLarge(Money amount) {
        return maximum.filter(limit -> amount.compareTo(limit) > 0).isPresent();
    }

    public boolean allow(Money amount) {
        return !isTooSmall(amount) && !isTooLarge(amount);
    }
}
