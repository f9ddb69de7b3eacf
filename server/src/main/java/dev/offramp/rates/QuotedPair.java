package dev.offramp.rates;

import java.time.Instant;
import java.util.Optional;

/// A pair that conversions may need, and how its rate stands.
public record QuotedPair(Pair pair, Standing standing) {

    /// How a rate stands.
    public sealed interface Standing {

        /// In use.
        ///
        /// @param until when it stops to hold by itself; empty for a rate that holds for ever
        record Fresh(Quote quote, Optional<Instant> until) implements Standing {}

        /// Not in use: too old. There is none in its place.
        record Expired(Quote quote, Instant since) implements Standing {}

        /// Not in use: somebody has withdrawn it. There is none in its place.
        ///
        /// @param by in words for people
        record Withdrawn(Quote quote, String by, Instant at) implements Standing {}

        /// There never was one.
        record Missing() implements Standing {}
    }

    public boolean isUsable() {
        return standing instanceof Standing.Fresh;
    }
}
