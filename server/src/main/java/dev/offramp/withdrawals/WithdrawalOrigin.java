package dev.offramp.withdrawals;

import dev.offramp.db.ObjectId;
import java.util.Optional;

/// What a withdrawal was placed for.
public sealed interface WithdrawalOrigin {

    /// The automatic settlement of a credited deposit. There is one withdrawal per deposit.
    record Settlement(ObjectId deposit) implements WithdrawalOrigin {}

    /// The tenant asked for it.
    ///
    /// @param externalId the tenant's own name for it, unique per tenant
    record Request(Optional<String> externalId) implements WithdrawalOrigin {}

    default Optional<ObjectId> settledDeposit() {
        return this instanceof Settlement(ObjectId deposit) ? Optional.of(deposit) : Optional.empty();
    }

    default Optional<String> clientReference() {
        return this instanceof Request(Optional<String> externalId) ? externalId : Optional.empty();
    }
}
