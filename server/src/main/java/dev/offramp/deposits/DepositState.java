package dev.offramp.deposits;

import java.util.Optional;

/// The life of a deposit.
///
/// ```
///  first sight ──> Pending ──enough confirmations──> Completed
///                   │  ^  └──below minimum, wrong asset──> Flagged ──top-up, operator──> Completed
///     left chain    │  │ seen again                           └──operator──> Flagged, rejected
///                   v  │
///                  Deleted <──left chain, and the operator corrected it── Flagged, Completed
/// ```
///
/// Money moves at three arrows only: into suspense when flagged, to the tenant when completed, and back when corrected.
/// A block that leaves the chain under a flagged or completed deposit changes its place, never its state: that is an
/// incident, and people decide.
public sealed interface DepositState {

    /// Seen, not yet deep enough.
    record Pending(Place place) implements DepositState {}

    /// Deep enough, but held back.
    ///
    /// @param stated what it would have brought at the moment it was flagged
    /// @param rejected the operator's words, once it was decided that it stays
    record Flagged(Place place, FlagReason why, Terms stated, Optional<String> rejected) implements DepositState {}

    /// Converted and credited.
    ///
    /// @param reason how a flagged deposit came to be completed
    record Completed(Place place, Terms terms, Optional<String> reason, Optional<FlagReason> wasFlagged)
            implements DepositState {}

    /// Left its chain before it was deep enough, or was corrected because it had left. The record stays; it is
    /// pending again if the transfer returns.
    record Deleted(String reason) implements DepositState {}
}
