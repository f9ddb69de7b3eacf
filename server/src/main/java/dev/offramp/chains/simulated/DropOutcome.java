package dev.offramp.chains.simulated;

import dev.offramp.chains.BlockRef;

/// What became of an attempt to make all nodes forget a waiting transaction.
public sealed interface DropOutcome {

    record Dropped() implements DropOutcome {}

    /// No node knows it, or not any more.
    record NoSuchTransaction() implements DropOutcome {}

    /// Too late, short of a reorganisation.
    record AlreadyMined(BlockRef block) implements DropOutcome {}
}
