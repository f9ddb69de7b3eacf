// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * As the API answers it: Fees.
 */
public record Fees(
        BigDecimal low,
        BigDecimal medium,
        BigDecimal high) {}
