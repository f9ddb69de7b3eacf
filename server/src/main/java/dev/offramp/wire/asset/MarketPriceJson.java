package dev.offramp.wire.asset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// What one unit of a coin costs on the market, before spread, markup and fee.
///
/// @param quote by the upper-case code of the currency
public record MarketPriceJson(String symbol, Map<String, PriceJson> quote) {

    public record PriceJson(BigDecimal price, Instant lastUpdated) {}
}
