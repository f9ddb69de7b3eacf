package dev.offramp.http.webhook;

import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.wire.OrNull;
import dev.offramp.wire.RawJson;
import dev.offramp.wire.webhook.DeliveryJson;
import dev.offramp.wire.webhook.DeliveryJson.AttemptJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// A delivery record as the wire shows it.
final class DeliveryRendering {

    static final String DELIVERED = "delivered";
    static final String FAILED = "failed";
    private static final String PENDING = "pending";

    private DeliveryRendering() {}

    static DeliveryJson of(DeliveryRecord record) {
        Announcement event = record.event();
        return new DeliveryJson(
                record.id().toString(),
                event.tenant().integration().toString(),
                event.reference().value(),
                event.eventType().value(),
                new RawJson(new String(event.body(), StandardCharsets.UTF_8)),
                record.url(),
                status(record.state()),
                record.attempts().size(),
                record.attempts().stream().map(DeliveryRendering::attempt).toList(),
                deliveredAt(record.state()),
                record.lastAttemptAt(),
                record.expireAt(),
                record.createdAt(),
                record.updatedAt());
    }

    private static String status(State state) {
        return switch (state) {
            case State.Pending() -> PENDING;
            case State.Delivered _ -> DELIVERED;
            case State.Failed() -> FAILED;
        };
    }

    private static Optional<Instant> deliveredAt(State state) {
        return state instanceof State.Delivered(Instant at) ? Optional.of(at) : Optional.empty();
    }

    private static AttemptJson attempt(Attempt attempt) {
        return switch (attempt.result()) {
            case Result.Answered(int status, String body) ->
                new AttemptJson(attempt.at(), OrNull.of(status), Optional.of(body), Optional.empty());
            case Result.Unanswered(String error) ->
                new AttemptJson(attempt.at(), OrNull.empty(), Optional.empty(), Optional.of(error));
        };
    }
}
