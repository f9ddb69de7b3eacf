package dev.offramp.rates;

import java.time.Duration;

/// What became of a rate the operator wanted to set. Each arm but the first is a refusal.
public sealed interface RateSetting {

    /// In force.
    record RateSet(ManualRate rate) implements RateSetting {}

    /// The catalogue has no such coin.
    record UnknownPair(Pair pair) implements RateSetting {}

    /// Not above zero, too many decimals, or of an order of magnitude no rate of that kind has.
    ///
    /// @param reason in words for people
    record OddRate(String reason) implements RateSetting {}

    /// A rate holds at least and at most so long.
    record OddValidity(Duration least, Duration most) implements RateSetting {}

    /// More than a fifth away from the last one, and not forced: perhaps a slip of the finger.
    record FarFromLast(ManualRate last) implements RateSetting {}
}
