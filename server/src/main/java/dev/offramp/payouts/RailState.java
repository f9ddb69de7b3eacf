package dev.offramp.payouts;

import dev.offramp.jobs.LastTrouble;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.time.Instant;
import java.util.Optional;

/// How the rail of one currency stands, with the payouts on it.
///
/// @param isServed whether this installation has a rail for it; without one payouts are refused
/// @param open those that have not ended, whenever they were placed
/// @param ended those of the last day that have
/// @param answeredAt when the rail last answered a call
/// @param trouble the last call that failed, whatever came after it
public record RailState(
        Environment environment,
        Fiat currency,
        boolean isServed,
        Open open,
        Ended ended,
        Optional<Instant> answeredAt,
        Optional<LastTrouble> trouble) {

    /// @param placed set aside and not sent
    /// @param submitting that may have been sent
    /// @param unacknowledged sent, without a word from the rail that it knows them
    /// @param acknowledged that the rail knows
    /// @param oldest when the oldest of all these was placed
    public record Open(long placed, long submitting, long unacknowledged, long acknowledged, Optional<Instant> oldest) {

        static final Open NONE = new Open(0, 0, 0, 0, Optional.empty());

        public long all() {
            return placed + submitting + unacknowledged + acknowledged;
        }
    }

    public record Ended(long completed, long rejected, long reversed) {

        static final Ended NONE = new Ended(0, 0, 0);
    }

    /// What it pays in, for those who have nothing to do with money.
    public String currencyCode() {
        return currency.code();
    }

    /// Whether the last call failed.
    public boolean isInTrouble() {
        return trouble.isPresent()
                && answeredAt.filter(at -> at.isAfter(trouble.get().at())).isEmpty();
    }
}
