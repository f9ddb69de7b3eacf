// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * As the API answers it: SellRate.
 *
 * @param asset The asset's id, as it goes into paths.
 * @param identifier The asset's custody code.
 * @param network The network's name, for people.
 * @param priceInUSD Of one coin.
 * @param rate Local units for one dollar of it.
 * @param updatedAt When the younger of its price and rates was made.
 */
public record SellRate(
        String asset,
        String identifier,
        String symbol,
        String network,
        BigDecimal priceInUSD,
        Rate rate,
        Instant updatedAt) {}
