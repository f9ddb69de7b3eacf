// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * As the API answers it: Converted.
 *
 * @param amount What was bought, in `currency`.
 * @param withdrawalId Of the coins that were sent for it at once.
 */
public record Converted(
        BigDecimal amount,
        String currency,
        Optional<String> withdrawalId) {}
