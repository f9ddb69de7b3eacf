package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.ObjectId;
import dev.offramp.outflows.Outflow;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutStatus;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import dev.offramp.withdrawals.WithdrawalStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An outflow as its page and its line show it.
///
/// @param payee who gets it: a bank or a network
/// @param account an account number or an address
/// @param isAccount whether that is an account number, which not everybody may read
/// @param holder of a bank account
/// @param arrives what the payee gets
/// @param isOver whether nothing more happens by itself
public record OutflowView(
        String id,
        String payee,
        String account,
        boolean isAccount,
        Optional<String> holder,
        String amount,
        String fee,
        String arrives,
        Badge state,
        boolean isOver,
        Optional<String> reason,
        Optional<String> txHash,
        Optional<String> deposit,
        Optional<String> externalId,
        String reference,
        Optional<String> narration,
        Instant createdAt,
        Instant updatedAt) {

    static OutflowView of(Outflow outflow) {
        return switch (outflow) {
            case Outflow.ToBank(PayoutSnapshot payout) -> of(payout);
            case Outflow.ToAddress(WithdrawalSnapshot withdrawal) -> of(withdrawal);
        };
    }

    private static OutflowView of(PayoutSnapshot payout) {
        return new OutflowView(
                payout.id().toString(),
                payout.account().bankName(),
                payout.account().accountNumber(),
                true,
                Optional.of(payout.account().accountName()),
                Amounts.text(payout.amount()),
                Amounts.text(payout.fee()) + ", out of that",
                Amounts.text(payout.payoutAmount()),
                state(payout.status()),
                isOver(payout.status()),
                payout.reason(),
                Optional.empty(),
                payout.deposit().map(ObjectId::value),
                payout.externalId(),
                payout.reference().value(),
                payout.account().narration(),
                payout.createdAt(),
                payout.updatedAt());
    }

    private static OutflowView of(WithdrawalSnapshot withdrawal) {
        BigDecimal coins = withdrawal.wholeCoins().stripTrailingZeros();
        return new OutflowView(
                withdrawal.id().toString(),
                withdrawal.token() + " on " + withdrawal.network().network().displayName(),
                withdrawal.address().value(),
                false,
                Optional.empty(),
                Amounts.text(withdrawal.amount()),
                Amounts.text(withdrawal.fee()) + ", on top",
                Figures.number(coins.scale() < 0 ? coins.setScale(0) : coins) + " " + withdrawal.token(),
                state(withdrawal.status()),
                isOver(withdrawal.status()),
                withdrawal.reason(),
                withdrawal.txHash().map(hash -> hash.value()),
                withdrawal.deposit().map(ObjectId::value),
                withdrawal.externalId(),
                withdrawal.reference(),
                Optional.empty(),
                withdrawal.createdAt(),
                withdrawal.updatedAt());
    }

    private static Badge state(PayoutStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> Badge.waiting(status.code());
            case COMPLETED -> Badge.good(status.code());
            case REJECTED, REVERSED -> Badge.bad(status.code());
        };
    }

    private static boolean isOver(PayoutStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> false;
            case COMPLETED, REJECTED, REVERSED -> true;
        };
    }

    private static Badge state(WithdrawalStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> Badge.waiting(status.code());
            case COMPLETED -> Badge.good(status.code());
            case REJECTED, REVERSED -> Badge.bad(status.code());
        };
    }

    private static boolean isOver(WithdrawalStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> false;
            case COMPLETED, REJECTED, REVERSED -> true;
        };
    }
}
