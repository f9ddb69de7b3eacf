package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;

/// Where a deposit's transaction lies, as far as we have read the chain.
public sealed interface Place {

    /// In a block of the branch we read.
    record InBlock(BlockRef block) implements Place {}

    /// Known to the node, in no block yet.
    record Waiting() implements Place {}

    /// In no block and not known to wait: its branch was abandoned, or it was dropped.
    ///
    /// @param since the height we had read when it went missing; it is given up once the chain has grown past
    ///     this by as many blocks as the asset needs
    record Missing(long since) implements Place {}
}
