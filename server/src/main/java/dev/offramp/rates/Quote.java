package dev.offramp.rates;

import dev.offramp.money.Rate;
import java.time.Instant;

/// A rate and where it is from, kept with every conversion made at it.
///
/// @param source `fixed`, `manual`, or `par` for dollars in dollars
/// @param at when the source stated it
public record Quote(Rate rate, String source, Instant at) {

    Quote with(Rate other) {
        return new Quote(other, source, at);
    }
}
