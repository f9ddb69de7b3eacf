package dev.offramp.wire.account;

import java.math.BigDecimal;

/// The integration's own margin on the rate, in percent.
public record MarkupJson(BigDecimal markupPercent) {}
