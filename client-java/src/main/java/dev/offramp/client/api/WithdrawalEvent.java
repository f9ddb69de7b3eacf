// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An event: `withdrawal.pending`, `withdrawal.processing`, `withdrawal.completed`, `withdrawal.reversed`, `withdrawal.rejected`.
 *
 * @param id The withdrawal's.
 * @param eventId The same on every attempt and resend.
 * @param eventTime When it happened.
 * @param sequence Counts the events of this withdrawal.
 * @param status The last word of `event`.
 * @param trade The deposit that was settled by it.
 * @param amount In `currency`, as it was debited; of stablecoins without the fee.
 * @param originalAmount As `amount`.
 * @param payoutAmount What arrives, in `currency`.
 * @param currency Of the bank account; `usd` for stablecoins.
 * @param reference The withdrawal's own.
 * @param reason Why it was rejected or reversed.
 * @param txHash Stablecoins only, once they are sent.
 * @param createdAt Epoch milliseconds.
 * @param updatedAt Epoch milliseconds.
 */
public record WithdrawalEvent(
        String id,
        String event,
        String eventId,
        Instant eventTime,
        int sequence,
        String status,
        Optional<String> trade,
        BigDecimal amount,
        BigDecimal originalAmount,
        BigDecimal payoutAmount,
        String currency,
        String reference,
        Optional<String> reason,
        WithdrawalMeta meta,
        Optional<String> txHash,
        long createdAt,
        long updatedAt) implements Event {}
