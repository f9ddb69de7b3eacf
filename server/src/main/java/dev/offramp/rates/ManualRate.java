package dev.offramp.rates;

import dev.offramp.money.Rate;
import java.time.Instant;
import java.util.Optional;

/// A rate the operator set by hand. It holds from `setAt` until it expires or another one of its pair is set.
///
/// @param setBy who set it, in words for people
/// @param supersededAt when the next one of its pair was set
public record ManualRate(
        Pair pair, Rate rate, Instant setAt, Instant expiresAt, String setBy, Optional<Instant> supersededAt) {

    public boolean holdsAt(Instant now) {
        return supersededAt.isEmpty() && now.isBefore(expiresAt);
    }
}
