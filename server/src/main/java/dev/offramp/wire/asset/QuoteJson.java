package dev.offramp.wire.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offramp.wire.Key;
import java.math.BigDecimal;
import java.util.Optional;

/// What an amount in dollars is worth: in both local currencies, at `rate` of the one asked for, and in coins.
public record QuoteJson(
        @JsonProperty("NGNAmount") @Key("In naira, before the fee.")
        Optional<BigDecimal> ngnAmount,

        @JsonProperty("GHSAmount") @Key("In cedis, before the fee.")
        Optional<BigDecimal> ghsAmount,

        @Key("Local units for one dollar, of the currency asked for.")
        BigDecimal rate,

        @Key("In coins of the asset.") BigDecimal cryptoAmount) {}
