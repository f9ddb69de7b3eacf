package dev.offramp.rates;

import dev.offramp.money.Rate;
import java.time.Instant;
import java.util.Optional;

/// A rate the operator set by hand. It holds from `setAt` until it expires, is withdrawn, or another one of its pair is
/// set.
///
/// @param setBy who set it, in words for people
/// @param supersededAt when the next one of its pair was set
/// @param withdrawal by whom and when it was withdrawn before it expired
public record ManualRate(
        Pair pair,
        Rate rate,
        Instant setAt,
        Instant expiresAt,
        String setBy,
        Optional<Instant> supersededAt,
        Optional<Withdrawal> withdrawal) {

    /// @param by in words for people
    public record Withdrawal(String by, Instant at) {}

    public boolean holdsAt(Instant now) {
        return supersededAt.isEmpty() && withdrawal.isEmpty() && now.isBefore(expiresAt);
    }

    QuotedPair.Standing standing(Instant now) {
        Quote quote = new Quote(rate, ManualRates.SOURCE, setAt);
        if (withdrawal.isPresent()) {
            return new QuotedPair.Standing.Withdrawn(
                    quote, withdrawal.get().by(), withdrawal.get().at());
        }
        return now.isBefore(expiresAt)
                ? new QuotedPair.Standing.Fresh(quote, Optional.of(expiresAt))
                : new QuotedPair.Standing.Expired(quote, expiresAt);
    }
}
