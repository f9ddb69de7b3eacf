package dev.offramp.rates;

import dev.offramp.money.Percent;

/// What became of a spread the operator wanted to set.
public sealed interface SpreadSetting {

    /// In force.
    record SpreadSet(Percent spread) implements SpreadSetting {}

    /// A spread is 0 to 20 percent with at most 4 decimals.
    record OddSpread() implements SpreadSetting {}

    /// Dollars are paid at par.
    record NoSpreadOnDollars() implements SpreadSetting {}
}
