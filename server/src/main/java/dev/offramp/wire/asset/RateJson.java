package dev.offramp.wire.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offramp.wire.Key;
import java.math.BigDecimal;
import java.util.Optional;

/// Local units for one dollar of an asset, per currency.
public record RateJson(
        @JsonProperty("NGN") @Key("Naira for one dollar.") Optional<BigDecimal> ngn,
        @JsonProperty("GHS") @Key("Cedis for one dollar.") Optional<BigDecimal> ghs) {}
