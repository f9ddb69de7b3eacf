// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: Withdrawal.
 *
 * @param externalId The client's own name for it.
 * @param amount In `currency`, as it was debited; of stablecoins without the fee.
 * @param originalAmount As `amount`.
 * @param payoutAmount What arrives, in `currency`.
 * @param fee In `currency`.
 * @param currency Of the bank account; `usd` for stablecoins.
 * @param cryptoAmount Stablecoins only: in coins.
 * @param txHash Stablecoins only, once they are sent.
 * @param reason Why it was rejected or reversed.
 * @param trade The deposit that was settled by it.
 * @param reference Its own.
 */
public record Withdrawal(
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
        WithdrawalMeta meta,
        Instant createdAt,
        Instant updatedAt) {}
