package dev.offramp.figures;

import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositDeleted;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositPending;
import dev.offramp.facts.FactBody;
import dev.offramp.payouts.PayoutFact;
import dev.offramp.withdrawals.WithdrawalFact;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where an object stands: the kind of the last fact about it.
public enum Standing {
    DEPOSIT_PENDING(DepositPending.class),
    DEPOSIT_FLAGGED(DepositFlagged.class),
    DEPOSIT_COMPLETED(DepositCompleted.class),
    DEPOSIT_DELETED(DepositDeleted.class),
    PAYOUT_PENDING(PayoutFact.PayoutPlaced.class),
    PAYOUT_PROCESSING(PayoutFact.PayoutProcessing.class),
    PAYOUT_COMPLETED(PayoutFact.PayoutCompleted.class),
    PAYOUT_REJECTED(PayoutFact.PayoutRejected.class),
    PAYOUT_REVERSED(PayoutFact.PayoutReversed.class),
    WITHDRAWAL_PENDING(WithdrawalFact.WithdrawalPlaced.class),
    WITHDRAWAL_PROCESSING(WithdrawalFact.WithdrawalProcessing.class),
    WITHDRAWAL_COMPLETED(WithdrawalFact.WithdrawalCompleted.class),
    WITHDRAWAL_REJECTED(WithdrawalFact.WithdrawalRejected.class),
    WITHDRAWAL_REVERSED(WithdrawalFact.WithdrawalReversed.class);

    private static final Map<String, Standing> BY_FACT =
            Arrays.stream(values()).collect(Collectors.toMap(Standing::code, Function.identity()));

    private final Class<? extends FactBody> fact;

    Standing(Class<? extends FactBody> fact) {
        this.fact = fact;
    }

    /// The fact's kind: what is stored.
    String code() {
        return fact.getSimpleName();
    }

    static Standing ofCode(String kind) {
        Standing standing = BY_FACT.get(kind);
        if (standing == null) {
            throw new IllegalArgumentException("no standing follows from " + kind);
        }
        return standing;
    }

    static Set<Class<? extends FactBody>> facts() {
        return Arrays.stream(values()).map(standing -> standing.fact).collect(Collectors.toUnmodifiableSet());
    }
}
