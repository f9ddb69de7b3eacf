package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import java.util.List;

/// What became of resuming a paused chain.
public sealed interface Resumption {

    /// Reading goes on behind `from`.
    record Resumed(BlockRef from) implements Resumption {}

    /// The chain is not paused, or was never read.
    record NotPaused() implements Resumption {}

    /// Incidents of these deposits have to be decided first.
    record IncidentsOpen(List<DepositId> deposits) implements Resumption {}
}
