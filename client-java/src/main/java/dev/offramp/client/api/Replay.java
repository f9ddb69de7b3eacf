// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * As the API answers it: Replay.
 *
 * @param queued How many are on their way again.
 * @param next What to repeat the request with as `after` for the rest; left out when that was all.
 */
public record Replay(
        int queued,
        Optional<String> next) {}
