// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Map;

/**
 * As the API answers it: MarketPrice.
 *
 * @param quote By the upper-case code of the currency asked for.
 */
public record MarketPrice(
        String symbol,
        Map<String, Price> quote) {}
