// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * As the API answers it: Delivery.
 *
 * @param reference The trade, withdrawal or wallet it is about.
 * @param eventType The event's name.
 * @param payload The body as it was sent.
 * @param expireAt Until when the record is kept.
 */
public record Delivery(
        String id,
        String integration,
        String reference,
        String eventType,
        JsonNode payload,
        String url,
        String status,
        int attemptsCount,
        List<Attempt> attempts,
        Optional<Instant> deliveredAt,
        Optional<Instant> lastAttemptAt,
        Instant expireAt,
        Instant createdAt,
        Instant updatedAt) {}
