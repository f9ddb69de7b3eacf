package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.facts.FactBody;
import java.util.Optional;

/// What happened to a payout, with how it stood right after.
public sealed interface PayoutFact extends FactBody {

    PayoutSnapshot payout();

    @Override
    default Optional<ObjectId> partOf() {
        return payout().deposit();
    }

    /// Accepted; the amount is set aside.
    record PayoutPlaced(PayoutSnapshot payout) implements PayoutFact {}

    /// With the rail. Left out when the rail had ended it before it could be asked.
    record PayoutProcessing(PayoutSnapshot payout) implements PayoutFact {}

    /// Paid; amount and fee are booked.
    record PayoutCompleted(PayoutSnapshot payout) implements PayoutFact {}

    /// Refused by the rail; amount and fee are back.
    record PayoutRejected(PayoutSnapshot payout) implements PayoutFact {}

    /// Not paid after all, or taken back, even after it was completed; amount and fee are back.
    record PayoutReversed(PayoutSnapshot payout) implements PayoutFact {}

    /// The fact that a payout has come to stand as `payout` says.
    static PayoutFact of(PayoutSnapshot payout) {
        return switch (payout.status()) {
            case PENDING -> new PayoutPlaced(payout);
            case PROCESSING -> new PayoutProcessing(payout);
            case COMPLETED -> new PayoutCompleted(payout);
            case REJECTED -> new PayoutRejected(payout);
            case REVERSED -> new PayoutReversed(payout);
        };
    }
}
