// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * As the API answers it: Price.
 *
 * @param price Of one coin, in that currency.
 */
public record Price(
        BigDecimal price,
        Instant lastUpdated) {}
