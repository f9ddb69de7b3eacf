package dev.offramp.withdrawals;

import dev.offramp.money.Money;

/// What became of the wish to withdraw. All but the first are refusals, and nothing was done.
public sealed interface Placement {

    /// Accepted: amount and fee are set aside, and it is on its way with the caller's commit.
    record Placed(WithdrawalSnapshot withdrawal) implements Placement {}

    /// Its deposit is settled, or its external id is used, by an earlier withdrawal.
    ///
    /// @param sameRequest whether that one was asked for in the same words
    record AlreadyPlaced(WithdrawalSnapshot earlier, boolean sameRequest) implements Placement {}

    /// This token does not exist on this network.
    record NoSuchCoin() implements Placement {}

    /// No address of the network, or one of ours or the token's own that nothing should be sent to.
    record UnusableAddress() implements Placement {}

    /// Nothing sends on this network in this environment.
    record NoSender() implements Placement {}

    /// What the token is worth is not known now.
    record NoRate() implements Placement {}

    record OutsideLimits(Money minimum, Money maximum) implements Placement {}

    /// The same amount went to the same address a moment ago.
    record Duplicate() implements Placement {}

    /// Less than amount and fee can be spent.
    record InsufficientFunds(Money available) implements Placement {}
}
