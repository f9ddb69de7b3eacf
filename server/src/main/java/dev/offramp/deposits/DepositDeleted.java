package dev.offramp.deposits;

import dev.offramp.facts.FactBody;

/// Left its chain before it was credited, or its credit was taken back because it had left.
public record DepositDeleted(DepositSnapshot deposit) implements FactBody {}
