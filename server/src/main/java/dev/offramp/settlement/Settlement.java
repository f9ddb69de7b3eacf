package dev.offramp.settlement;

import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutId;
import dev.offramp.withdrawals.WithdrawalId;

/// What became of settling a deposit.
public sealed interface Settlement {

    /// What was, or would have been, paid out or sent.
    Money amount();

    /// Paid out to a bank account.
    record Placed(Money amount, PayoutId payout) implements Settlement {}

    /// Sent to an address.
    record Sent(Money amount, WithdrawalId withdrawal) implements Settlement {}

    record Skipped(Money amount, SkipReason reason) implements Settlement {}
}
