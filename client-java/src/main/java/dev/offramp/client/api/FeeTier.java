// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * As the API answers it: FeeTier.
 *
 * @param min In whole dollars.
 * @param max In whole dollars.
 * @param rate In percent: 0.5 is half a percent.
 */
public record FeeTier(
        int min,
        int max,
        BigDecimal rate) {}
