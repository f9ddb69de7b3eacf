package dev.offramp.rates;

/// What became of withdrawing a rate that was set by hand.
public sealed interface RateWithdrawal {

    /// The pair has no rate from now on.
    ///
    /// @param rate as it was
    record Withdrawn(ManualRate rate) implements RateWithdrawal {}

    /// No rate of the pair holds: none was ever set, or the last one has expired or was withdrawn.
    record NoRateHolds() implements RateWithdrawal {}
}
