package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import java.util.Optional;

/// What a payout was placed for.
public sealed interface PayoutOrigin {

    /// The automatic settlement of a credited deposit. There is one payout per deposit.
    record Settlement(ObjectId deposit) implements PayoutOrigin {}

    /// A withdrawal the tenant asked for.
    ///
    /// @param externalId the tenant's own name for it, unique per tenant
    record Withdrawal(SavedBankId savedBank, Optional<String> externalId) implements PayoutOrigin {}

    default Optional<ObjectId> settledDeposit() {
        return this instanceof Settlement(ObjectId deposit) ? Optional.of(deposit) : Optional.empty();
    }

    default Optional<SavedBankId> withdrawnTo() {
        return this instanceof Withdrawal withdrawal ? Optional.of(withdrawal.savedBank()) : Optional.empty();
    }

    default Optional<String> clientReference() {
        return this instanceof Withdrawal withdrawal ? withdrawal.externalId() : Optional.empty();
    }
}
