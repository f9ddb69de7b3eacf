package dev.offramp.wire.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/// Local units for one dollar of an asset, per currency.
public record RateJson(
        @JsonProperty("NGN") Optional<BigDecimal> ngn,
        @JsonProperty("GHS") Optional<BigDecimal> ghs) {}
