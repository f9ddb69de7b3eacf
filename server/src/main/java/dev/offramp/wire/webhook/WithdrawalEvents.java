package dev.offramp.wire.webhook;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutFact;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import dev.offramp.withdrawals.WithdrawalFact;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import java.math.BigDecimal;
import java.util.Optional;

/// `withdrawal.pending` to `withdrawal.rejected`, rendered from the payout or withdrawal as it was.
final class WithdrawalEvents {

    private WithdrawalEvents() {}

    static WithdrawalEventJson render(Occasion occasion, PayoutFact told) {
        PayoutSnapshot payout = told.payout();
        EventType event = occasion.event();
        return new WithdrawalEventJson(
                payout.id().toString(),
                event,
                occasion.eventId(),
                occasion.fact().at(),
                occasion.fact().sequence(),
                event.status(),
                payout.deposit().map(Object::toString),
                decimal(payout.amount()),
                decimal(payout.amount()),
                decimal(payout.payoutAmount()),
                payout.currency().code(),
                payout.reference().toString(),
                payout.reason(),
                new WithdrawalMetaJson(
                        Optional.of(payout.account().bankId()),
                        Optional.of(payout.account().accountNumber()),
                        decimal(payout.fee()),
                        payout.autoSettlement()),
                Optional.empty(),
                payout.createdAt().toEpochMilli(),
                payout.updatedAt().toEpochMilli());
    }

    static WithdrawalEventJson render(Occasion occasion, WithdrawalFact told) {
        WithdrawalSnapshot withdrawal = told.withdrawal();
        EventType event = occasion.event();
        return new WithdrawalEventJson(
                withdrawal.id().toString(),
                event,
                occasion.eventId(),
                occasion.fact().at(),
                occasion.fact().sequence(),
                event.status(),
                withdrawal.deposit().map(Object::toString),
                decimal(withdrawal.amount()),
                decimal(withdrawal.amount()),
                decimal(withdrawal.amount()),
                Fiat.USD.code(),
                withdrawal.reference(),
                withdrawal.reason(),
                new WithdrawalMetaJson(
                        Optional.empty(), Optional.empty(), decimal(withdrawal.fee()), withdrawal.autoSettlement()),
                withdrawal.txHash().map(Object::toString),
                withdrawal.createdAt().toEpochMilli(),
                withdrawal.updatedAt().toEpochMilli());
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
