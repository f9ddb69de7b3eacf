package dev.offramp.wire.webhook;

import dev.offramp.wire.OrNull;
import dev.offramp.wire.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A delivery record: one event for one endpoint, with its attempts.
///
/// @param reference the trade, withdrawal or wallet it is about
/// @param payload the body as sent
/// @param expireAt until when the record is kept
public record DeliveryJson(
        String id,
        String integration,
        String reference,
        String eventType,
        RawJson payload,
        String url,
        String status,
        int attemptsCount,
        List<AttemptJson> attempts,
        Optional<Instant> deliveredAt,
        Optional<Instant> lastAttemptAt,
        Instant expireAt,
        Instant createdAt,
        Instant updatedAt) {

    /// One attempt. Without an answer its status is null and `error` says what happened.
    public record AttemptJson(
            Instant attemptedAt,
            OrNull<Integer> responseStatus,
            Optional<String> responseBody,
            Optional<String> error) {}
}
