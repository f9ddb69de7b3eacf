package dev.offramp.wire.webhook;

import dev.offramp.wire.withdrawal.WithdrawalMetaJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// `withdrawal.pending` to `withdrawal.rejected`: one shape.
///
/// @param event with `status` its last word
/// @param trade the deposit that was settled by it
/// @param reference the withdrawal's own
/// @param txHash for stablecoins only
/// @param createdAt epoch milliseconds, as `updatedAt`
public record WithdrawalEventJson(
        String id,
        EventType event,
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
        WithdrawalMetaJson meta,
        Optional<String> txHash,
        long createdAt,
        long updatedAt) {

    public WithdrawalEventJson {
        if (!event.isAbout("withdrawal") || !event.status().equals(status)) {
            throw new IllegalArgumentException(event + " does not go with " + status);
        }
    }
}
