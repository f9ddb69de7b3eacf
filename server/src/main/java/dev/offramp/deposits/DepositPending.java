package dev.offramp.deposits;

import dev.offramp.facts.FactBody;

/// Seen, or seen deeper; not credited.
public record DepositPending(DepositSnapshot deposit) implements FactBody {}
