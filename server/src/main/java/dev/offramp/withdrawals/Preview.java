package dev.offramp.withdrawals;

import dev.offramp.money.Money;

/// What a wish would come to if it was placed now, for those who are asked before.
public sealed interface Preview {

    /// @param amount dollars, without the fee
    /// @param fee dollars on top
    /// @param coins what is sent, in the token's smallest unit
    /// @param decimals those of the coins' smallest unit
    record Possible(Money amount, Money fee, Money coins, int decimals) implements Preview {}

    record Refused(Placement why) implements Preview {}
}
