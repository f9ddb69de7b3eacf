package dev.offramp.chains;

/// What a node says of one transaction it was asked about.
public sealed interface TxStatus {

    /// In a block of the best branch.
    record Mined(BlockRef block) implements TxStatus {}

    /// Known, in no block yet.
    record Waiting() implements TxStatus {}

    /// Another transaction that spends the same coins (or the same nonce) is in a block; this one can never be.
    record Replaced(TxHash by, BlockRef block) implements TxStatus {}

    /// The node knows nothing of it. It may still come back.
    record Unknown() implements TxStatus {}
}
