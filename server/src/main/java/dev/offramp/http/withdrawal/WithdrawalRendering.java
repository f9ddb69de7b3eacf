package dev.offramp.http.withdrawal;

import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import java.math.BigDecimal;
import java.util.Optional;

/// A payout as the wire shows it.
final class WithdrawalRendering {

    private WithdrawalRendering() {}

    static WithdrawalJson of(PayoutSnapshot payout) {
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

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
