// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * As the API answers it: Quote.
 *
 * @param NGNAmount In naira, before the fee.
 * @param GHSAmount In cedis, before the fee.
 * @param rate Local units for one dollar, of the currency asked for.
 * @param cryptoAmount In coins of the asset.
 */
public record Quote(
        Optional<BigDecimal> NGNAmount,
        Optional<BigDecimal> GHSAmount,
        BigDecimal rate,
        BigDecimal cryptoAmount) {}
