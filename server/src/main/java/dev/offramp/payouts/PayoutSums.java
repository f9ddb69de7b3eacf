package dev.offramp.payouts;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import java.util.Map;

/// What accounts receive by all payouts there are, by currency.
///
/// @param paid by those that are completed
/// @param underWay by those that have not ended
public record PayoutSums(Map<Currency, Money> paid, Map<Currency, Money> underWay) {

    /// A currency in one environment.
    public record Currency(Environment environment, Fiat currency) {}
}
