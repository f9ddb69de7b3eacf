package dev.offramp.wire.account;

import java.math.BigDecimal;

/// What a conversion came to.
public record ConvertedJson(BigDecimal amount, String currency) {}
