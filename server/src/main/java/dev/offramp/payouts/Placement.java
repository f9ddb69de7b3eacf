package dev.offramp.payouts;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;

/// What became of the wish to pay out. All but the first are refusals, and nothing was done.
public sealed interface Placement {

    /// Accepted: the amount is set aside, and the payout is on its way with the caller's commit.
    record Placed(PayoutSnapshot payout) implements Placement {}

    /// Less than the amount can be spent.
    record InsufficientFunds(Money available) implements Placement {}

    /// Under the rail's minimum, or nothing would be left after the fee.
    record BelowMinimum(Money minimum) implements Placement {}

    record AboveMaximum(Money maximum) implements Placement {}

    /// No rail pays this currency in this environment.
    record NoRail(Fiat currency) implements Placement {}

    /// Its deposit is settled, or its external id is used, by an earlier payout.
    record AlreadyPlaced(PayoutId earlier) implements Placement {}
}
