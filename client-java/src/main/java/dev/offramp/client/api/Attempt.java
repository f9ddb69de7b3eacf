// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: Attempt.
 *
 * @param responseStatus Null when there was no answer.
 * @param responseBody The first 4 kB.
 * @param error What happened instead of an answer.
 */
public record Attempt(
        Instant attemptedAt,
        Optional<Integer> responseStatus,
        Optional<String> responseBody,
        Optional<String> error) {}
