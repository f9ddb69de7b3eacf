package dev.offramp.health;

import dev.offramp.payouts.RailState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is to be said of payouts on a rail.
final class RailFinding {

    /// Rails are asked every fifteen seconds; one answer that failed to come is not an outage.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Duration SILENT = Duration.ofMinutes(2);

    private RailFinding() {}

    static Finding of(RailState rail, Instant now) {
        Component component = Component.of(rail.environment(), rail.currency());
        Optional<Duration> silence = rail.answeredAt().map(at -> Duration.between(at, now));
        if (rail.isInTrouble()) {
            return silence.filter(quiet -> quiet.compareTo(PATIENCE) < 0).isPresent()
                    ? Finding.degraded(component, "The rail did not answer the last question.")
                    : Finding.down(component, "The rail does not answer. Payouts wait for it.");
        }
        if (silence.isEmpty()) {
            return Finding.degraded(component, "The rail was not asked yet.");
        }
        return silence.get().compareTo(SILENT) > 0
                ? Finding.degraded(component, "The rail was not asked for " + Ages.words(silence.get()) + ".")
                : Finding.good(component, "The rail answered " + Ages.words(silence.get()) + " ago.");
    }
}
