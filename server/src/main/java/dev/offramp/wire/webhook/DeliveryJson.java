package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import dev.offramp.wire.OrNull;
import dev.offramp.wire.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A delivery record: one event for one endpoint, with its attempts.
public record DeliveryJson(
        @Key(as = Notation.ID) String id,
        @Key(as = Notation.ID) String integration,

        @Key(value = "The trade, withdrawal or wallet it is about.", as = Notation.ID)
        String reference,

        @Key("The event's name.") String eventType,
        @Key("The body as it was sent.") RawJson payload,
        @Key(as = Notation.URL) String url,
        @Key(oneOf = {"pending", "delivered", "failed"}) String status,
        int attemptsCount,
        List<AttemptJson> attempts,
        Optional<Instant> deliveredAt,
        Optional<Instant> lastAttemptAt,
        @Key("Until when the record is kept.") Instant expireAt,
        Instant createdAt,
        Instant updatedAt) {

    /// One attempt. Without an answer its status is null and `error` says what happened.
    public record AttemptJson(
            Instant attemptedAt,
            @Key("Null when there was no answer.") OrNull<Integer> responseStatus,
            @Key("The first 4 kB.") Optional<String> responseBody,
            @Key("What happened instead of an answer.") Optional<String> error) {}
}
