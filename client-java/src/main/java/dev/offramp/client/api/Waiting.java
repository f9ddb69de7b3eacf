// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * As the API answers it: Waiting.
 *
 * @param id The delivery record's.
 * @param event The event's name.
 * @param eventId What goes into `webhook-id`.
 * @param requestId What goes into `X-Request-Id`; left out where no request led to it.
 * @param body The bytes to pass on, as text.
 */
public record Waiting(
        String id,
        String event,
        String eventId,
        Optional<String> requestId,
        String body) {}
