package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.part.Badge;
import java.time.Instant;
import java.util.Optional;

/// A transaction in a line.
///
/// @param credited with its currency; empty until it is
public record TransactionLine(
        String id,
        Instant seen,
        String label,
        String address,
        String amount,
        String coin,
        String network,
        Optional<String> credited,
        Badge state) {}
