package dev.offramp.settlement;

import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.FactBody;
import java.util.Optional;

/// A credited deposit had somewhere to go, and its money stayed in the balance; of reasons that somebody may do
/// something about. It is about no object that has other facts: settling is not the deposit's own affair.
public record SettlementSkipped(DepositId deposit, SkipReason reason) implements FactBody {

    @Override
    public Optional<ObjectId> partOf() {
        return Optional.of(deposit.value());
    }
}
