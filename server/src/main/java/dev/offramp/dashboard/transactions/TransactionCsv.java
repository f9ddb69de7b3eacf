package dev.offramp.dashboard.transactions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A transaction as a line of a table.
///
/// @param credited all that reached the balance, markup included
/// @param fee what the platform took, the fee of a flagged deposit included
public record TransactionCsv(
        Instant seen,
        String id,
        String state,
        String label,
        String address,
        String asset,
        String network,
        BigDecimal coins,
        Optional<BigDecimal> valueInUsd,
        Optional<BigDecimal> priceInUsd,
        Optional<BigDecimal> rate,
        Optional<String> currency,
        Optional<BigDecimal> credited,
        Optional<BigDecimal> markup,
        Optional<BigDecimal> fee,
        String transaction,
        Optional<String> reference) {}
