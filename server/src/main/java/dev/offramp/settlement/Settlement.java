package dev.offramp.settlement;

import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutId;

/// What became of settling a deposit.
public sealed interface Settlement {

    /// What was, or would have been, paid out.
    Money amount();

    record Placed(Money amount, PayoutId payout) implements Settlement {}

    record Skipped(Money amount, SkipReason reason) implements Settlement {}
}
