package dev.offramp.wire.asset;

import java.math.BigDecimal;
import java.time.Instant;

/// What one coin is bought for.
///
/// @param asset its id, as it goes into paths
/// @param rate local units for one dollar of it
/// @param updatedAt when the younger of its price and rates was made
public record SellRateJson(
        String asset,
        String identifier,
        String symbol,
        String network,
        BigDecimal priceInUSD,
        RateJson rate,
        Instant updatedAt) {}
