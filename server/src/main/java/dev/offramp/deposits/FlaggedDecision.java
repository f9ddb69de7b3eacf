package dev.offramp.deposits;

/// What became of an operator's decision about a flagged deposit.
public sealed interface FlaggedDecision {

    record Done() implements FlaggedDecision {}

    record NotFound() implements FlaggedDecision {}

    /// Only a flagged deposit whose coins are still on the chain can be decided.
    record NotFlagged() implements FlaggedDecision {}

    /// A price or rate is missing: try again once there is one.
    record NoRate() implements FlaggedDecision {}
}
