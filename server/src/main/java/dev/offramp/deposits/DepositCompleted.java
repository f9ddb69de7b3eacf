package dev.offramp.deposits;

import dev.offramp.facts.FactBody;

/// Converted and credited.
public record DepositCompleted(DepositSnapshot deposit) implements FactBody {}
