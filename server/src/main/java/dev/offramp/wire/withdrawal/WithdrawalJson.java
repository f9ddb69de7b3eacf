package dev.offramp.wire.withdrawal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Money on its way out.
///
/// @param amount in `currency`, as debited; `payoutAmount` is what arrives
/// @param trade the deposit that was settled by it
/// @param reason why it was rejected or reversed
public record WithdrawalJson(
        String id,
        Optional<String> externalId,
        String status,
        BigDecimal amount,
        BigDecimal originalAmount,
        BigDecimal payoutAmount,
        BigDecimal fee,
        String currency,
        Optional<BigDecimal> cryptoAmount,
        Optional<String> txHash,
        Optional<String> reason,
        Optional<String> trade,
        String reference,
        WithdrawalMetaJson meta,
        Instant createdAt,
        Instant updatedAt) {}
