package dev.offramp.ledger;

import dev.offramp.money.Money;

/// What became of an [Entry].
public sealed interface Outcome {

    /// Done, and commits with the caller's transaction.
    record Entered() implements Outcome {}

    /// Refused: the guarded account has only `available`. Nothing of the entry was done.
    record InsufficientFunds(Money available) implements Outcome {}
}
