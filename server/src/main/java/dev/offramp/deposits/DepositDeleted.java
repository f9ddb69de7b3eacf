package dev.offramp.deposits;

import dev.offramp.facts.FactBody;

/// Left its chain before it was credited.
public record DepositDeleted(DepositSnapshot deposit) implements FactBody {}
