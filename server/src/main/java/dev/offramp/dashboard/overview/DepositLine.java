package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.part.Badge;
import java.time.Instant;
import java.util.Optional;

/// A deposit in a line.
///
/// @param credited empty until it is
public record DepositLine(
        Instant seen, String label, String amount, String coin, Optional<Credit> credited, Badge state) {

    /// An amount with its currency.
    public record Credit(String amount, String currency) {}
}
