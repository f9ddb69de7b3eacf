package dev.offramp.conversions;

import dev.offramp.money.Money;

/// What became of the wish to convert.
public sealed interface ConversionOutcome {

    /// Done, and commits with the caller's transaction.
    record Converted(Money bought) implements ConversionOutcome {}

    /// Nobody knows the rate now.
    record RateUnavailable() implements ConversionOutcome {}

    /// It would come to less than the smallest unit.
    record TooLittle() implements ConversionOutcome {}

    /// The balance has less than was to be sold.
    record InsufficientFunds() implements ConversionOutcome {}
}
