package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import java.util.Optional;

/// What a payout was placed for.
public sealed interface PayoutOrigin {

    /// The automatic settlement of a credited deposit. There is one payout per deposit and attempt.
    ///
    /// @param attempt 1, and one more each time that somebody has it settled again
    record Settlement(ObjectId deposit, int attempt) implements PayoutOrigin {

        public Settlement(ObjectId deposit) {
            this(deposit, 1);
        }
    }

    /// A withdrawal the tenant asked for.
    ///
    /// @param externalId the tenant's own name for it, unique per tenant
    record Withdrawal(SavedBankId savedBank, Optional<String> externalId) implements PayoutOrigin {}

    /// Which attempt it is; of what is no settlement, the first.
    default int attempt() {
        return settlement().map(Settlement::attempt).orElse(1);
    }

    default Optional<ObjectId> settledDeposit() {
        return settlement().map(Settlement::deposit);
    }

    default Optional<Settlement> settlement() {
        return this instanceof Settlement settlement ? Optional.of(settlement) : Optional.empty();
    }

    default Optional<SavedBankId> withdrawnTo() {
        return this instanceof Withdrawal withdrawal ? Optional.of(withdrawal.savedBank()) : Optional.empty();
    }

    default Optional<String> clientReference() {
        return this instanceof Withdrawal withdrawal ? withdrawal.externalId() : Optional.empty();
    }
}
