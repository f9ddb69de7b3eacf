package dev.offramp.wire.asset;

import dev.offramp.wire.Key;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// What one unit of a coin costs on the market, before spread, markup and fee.
public record MarketPriceJson(
        String symbol,

        @Key("By the upper-case code of the currency asked for.")
        Map<String, PriceJson> quote) {

    /// A price with the moment it was made.
    public record PriceJson(
            @Key("Of one coin, in that currency.") BigDecimal price, Instant lastUpdated) {}
}
