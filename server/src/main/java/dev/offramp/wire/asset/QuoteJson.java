package dev.offramp.wire.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/// What an amount in dollars is worth: in both local currencies, at `rate` of the one asked for, and in coins.
public record QuoteJson(
        @JsonProperty("NGNAmount") Optional<BigDecimal> ngnAmount,
        @JsonProperty("GHSAmount") Optional<BigDecimal> ghsAmount,
        BigDecimal rate,
        BigDecimal cryptoAmount) {}
