package dev.offramp.deposits;

import dev.offramp.facts.FactBody;

/// Deep enough, but held back.
public record DepositFlagged(DepositSnapshot deposit) implements FactBody {}
