package dev.offramp.http.withdrawal;

import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.outflows.Outflow;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import java.math.BigDecimal;
import java.util.Optional;

/// Payouts and withdrawals as the wire shows them.
final class WithdrawalRendering {

    private WithdrawalRendering() {}

    static WithdrawalJson of(Outflow outflow) {
        return switch (outflow) {
            case Outflow.ToBank(PayoutSnapshot payout) -> of(payout);
            case Outflow.ToAddress(WithdrawalSnapshot withdrawal) -> of(withdrawal);
        };
    }

    private static WithdrawalJson of(PayoutSnapshot payout) {
        return new WithdrawalJson(
                payout.id().toString(),
                payout.externalId(),
                payout.status().code(),
                decimal(payout.amount()),
                decimal(payout.amount()),
                decimal(payout.payoutAmount()),
                decimal(payout.fee()),
                payout.currency().code(),
                Optional.empty(),
                Optional.empty(),
                payout.reason(),
                payout.deposit().map(ObjectId::value),
                payout.reference().value(),
                new WithdrawalMetaJson(
                        Optional.of(payout.account().bankId()),
                        Optional.of(payout.account().accountNumber()),
                        decimal(payout.fee()),
                        payout.autoSettlement()),
                payout.createdAt(),
                payout.updatedAt());
    }

    static WithdrawalJson of(WithdrawalSnapshot withdrawal) {
        return new WithdrawalJson(
                withdrawal.id().toString(),
                withdrawal.externalId(),
                withdrawal.status().code(),
                decimal(withdrawal.amount()),
                decimal(withdrawal.amount()),
                decimal(withdrawal.amount()),
                decimal(withdrawal.fee()),
                Fiat.USD.code(),
                Optional.of(withdrawal.wholeCoins()),
                withdrawal.txHash().map(TxHash::value),
                withdrawal.reason(),
                withdrawal.deposit().map(ObjectId::value),
                withdrawal.reference(),
                new WithdrawalMetaJson(
                        Optional.empty(), Optional.empty(), decimal(withdrawal.fee()), withdrawal.autoSettlement()),
                withdrawal.createdAt(),
                withdrawal.updatedAt());
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
