// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * As the API answers it: Balance.
 *
 * @param balance What can be spent: posted less held.
 */
public record Balance(
        String currency,
        BigDecimal balance) {}
