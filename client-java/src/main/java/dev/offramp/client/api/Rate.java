// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * As the API answers it: Rate.
 *
 * @param NGN Naira for one dollar.
 * @param GHS Cedis for one dollar.
 */
public record Rate(
        Optional<BigDecimal> NGN,
        Optional<BigDecimal> GHS) {}
