package dev.offramp.wire.withdrawal;

import dev.offramp.wire.Key;
import java.math.BigDecimal;

/// A coin that can be withdrawn.
public record SentCoinJson(
        @Key("As a withdrawal names it.") String token,
        @Key("As a withdrawal names it.") String network,
        @Key("The network's name, for people.") String name,
        @Key("In dollars, on top of the amount.") FeesJson fee,
        @Key("In dollars.") BigDecimal minimum,
        @Key("In dollars.") BigDecimal maximum) {

    /// By fee level.
    public record FeesJson(BigDecimal low, BigDecimal medium, BigDecimal high) {}
}
