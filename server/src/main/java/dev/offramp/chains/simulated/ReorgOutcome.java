package dev.offramp.chains.simulated;

import dev.offramp.chains.BlockRef;

/// What became of an attempt to replace the last blocks of a network.
public sealed interface ReorgOutcome {

    /// The best branch is a new one of the same length.
    ///
    /// @param ancestor the last block both branches have
    record Reorganised(BlockRef ancestor, BlockRef tip) implements ReorgOutcome {}

    /// The first block cannot be replaced; `deepest` blocks can.
    record TooDeep(long deepest) implements ReorgOutcome {}
}
