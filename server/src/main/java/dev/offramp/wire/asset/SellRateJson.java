package dev.offramp.wire.asset;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.time.Instant;

/// What one coin is bought for.
public record SellRateJson(
        @Key(value = "The asset's id, as it goes into paths.", as = Notation.ID)
        String asset,

        @Key("The asset's custody code.") String identifier,
        String symbol,
        @Key("The network's name, for people.") String network,
        @Key("Of one coin.") BigDecimal priceInUSD,
        @Key("Local units for one dollar of it.") RateJson rate,

        @Key("When the younger of its price and rates was made.")
        Instant updatedAt) {}
