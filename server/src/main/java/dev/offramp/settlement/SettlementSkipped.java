package dev.offramp.settlement;

import dev.offramp.deposits.DepositId;
import dev.offramp.facts.FactBody;

/// A credited deposit had somewhere to go, and its money stayed in the balance; of reasons that somebody may do
/// something about. It is about no object that has other facts: settling is not the deposit's own affair.
public record SettlementSkipped(DepositId deposit, SkipReason reason) implements FactBody {}
