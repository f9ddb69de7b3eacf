package dev.offramp.outflows;

import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.withdrawals.WithdrawalSnapshot;

/// What clients call a withdrawal.
public sealed interface Outflow {

    record ToBank(PayoutSnapshot payout) implements Outflow {}

    record ToAddress(WithdrawalSnapshot withdrawal) implements Outflow {}
}
