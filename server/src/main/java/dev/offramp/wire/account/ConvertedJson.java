package dev.offramp.wire.account;

import java.math.BigDecimal;
import java.util.Optional;

/// What a conversion came to.
///
/// @param withdrawalId of the coins that were sent for it at once
public record ConvertedJson(BigDecimal amount, String currency, Optional<String> withdrawalId) {}
