package dev.offramp.chains.simulated;

/// What became of a transaction offered under a hash of the caller's.
public sealed interface BroadcastOutcome {

    /// It waits for a block once the caller's transaction has committed.
    record Broadcast() implements BroadcastOutcome {}

    /// A transaction of that hash exists, on this network or another; nothing was done.
    record TxHashTaken() implements BroadcastOutcome {}
}
