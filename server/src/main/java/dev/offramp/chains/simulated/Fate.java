package dev.offramp.chains.simulated;

/// What a reorganisation does to a transaction of the blocks it replaces.
public sealed interface Fate {

    /// In the new block of the same height.
    record Kept() implements Fate {}

    /// In the mempool again, passed over by `waitBlocks` blocks.
    record Returned(int waitBlocks) implements Fate {

        public Returned {
            if (waitBlocks < 0) {
                throw new IllegalArgumentException("blocks to wait: " + waitBlocks);
            }
        }
    }

    /// Forgotten by all nodes, until it is broadcast again.
    record Dropped() implements Fate {}

    /// In another block and at another place in it: the moved transactions are mined in the opposite order, those of
    /// the last block first, each after whatever keeps its place.
    record Moved() implements Fate {}
}
