package dev.offramp.chains.simulated;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.TxHash;

/// What became of an attempt to spend the coins of a waiting transaction otherwise.
public sealed interface ReplaceOutcome {

    /// `by` waits in its place.
    record Replaced(TxHash by) implements ReplaceOutcome {}

    /// No node knows it, or not any more.
    record NoSuchTransaction() implements ReplaceOutcome {}

    /// Too late, short of a reorganisation.
    record AlreadyMined(BlockRef block) implements ReplaceOutcome {}
}
