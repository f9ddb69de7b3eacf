package dev.offramp.wire.withdrawal;

import java.math.BigDecimal;

/// A coin that can be withdrawn.
///
/// @param fee dollars on top of the amount, by fee level
/// @param minimum dollars, as `maximum`
public record SentCoinJson(
        String token, String network, String name, FeesJson fee, BigDecimal minimum, BigDecimal maximum) {

    /// By fee level.
    public record FeesJson(BigDecimal low, BigDecimal medium, BigDecimal high) {}
}
