package dev.offramp.withdrawals;

import dev.offramp.db.ObjectId;
import dev.offramp.facts.FactBody;
import java.util.Optional;

/// What happened to a withdrawal, with how it stood right after.
public sealed interface WithdrawalFact extends FactBody {

    WithdrawalSnapshot withdrawal();

    @Override
    default Optional<ObjectId> partOf() {
        return withdrawal().deposit();
    }

    /// Accepted; amount and fee are set aside.
    record WithdrawalPlaced(WithdrawalSnapshot withdrawal) implements WithdrawalFact {}

    /// Broadcast. Left out when a block had ended it before it could be asked about.
    record WithdrawalProcessing(WithdrawalSnapshot withdrawal) implements WithdrawalFact {}

    /// Deep in the chain; amount and fee are booked.
    record WithdrawalCompleted(WithdrawalSnapshot withdrawal) implements WithdrawalFact {}

    /// Refused before anything was sent; amount and fee are back.
    record WithdrawalRejected(WithdrawalSnapshot withdrawal) implements WithdrawalFact {}

    /// Failed on the chain; amount and fee are back.
    record WithdrawalReversed(WithdrawalSnapshot withdrawal) implements WithdrawalFact {}

    /// The fact that a withdrawal has come to stand as `withdrawal` says.
    static WithdrawalFact of(WithdrawalSnapshot withdrawal) {
        return switch (withdrawal.status()) {
            case PENDING -> new WithdrawalPlaced(withdrawal);
            case PROCESSING -> new WithdrawalProcessing(withdrawal);
            case COMPLETED -> new WithdrawalCompleted(withdrawal);
            case REJECTED -> new WithdrawalRejected(withdrawal);
            case REVERSED -> new WithdrawalReversed(withdrawal);
        };
    }
}
