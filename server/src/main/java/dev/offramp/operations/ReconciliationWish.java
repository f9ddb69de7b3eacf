package dev.offramp.operations;

import java.time.Instant;

/// What became of the wish to reconcile now.
public sealed interface ReconciliationWish {

    /// It will begin within seconds of the commit.
    record Wanted() implements ReconciliationWish {}

    /// One is under way; its result will do.
    ///
    /// @param until it is given up then at the latest
    record UnderWay(Instant until) implements ReconciliationWish {}
}
