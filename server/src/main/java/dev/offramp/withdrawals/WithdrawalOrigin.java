package dev.offramp.withdrawals;

import dev.offramp.db.ObjectId;
import java.util.Optional;

/// What a withdrawal was placed for.
public sealed interface WithdrawalOrigin {

    /// The automatic settlement of a credited deposit. There is one withdrawal per deposit and attempt.
    ///
    /// @param attempt 1, and one more each time that somebody has it settled again
    record Settlement(ObjectId deposit, int attempt) implements WithdrawalOrigin {

        public Settlement(ObjectId deposit) {
            this(deposit, 1);
        }
    }

    /// The tenant asked for it.
    ///
    /// @param externalId the tenant's own name for it, unique per tenant
    record Request(Optional<String> externalId) implements WithdrawalOrigin {}

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

    default Optional<String> clientReference() {
        return this instanceof Request(Optional<String> externalId) ? externalId : Optional.empty();
    }
}
