// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * As the API answers it: Resent.
 *
 * @param id The delivery record's.
 * @param error What happened instead of an answer.
 */
public record Resent(
        String id,
        String status,
        Optional<String> error) {}
