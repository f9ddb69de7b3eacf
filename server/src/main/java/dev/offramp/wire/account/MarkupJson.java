package dev.offramp.wire.account;

import dev.offramp.wire.Key;
import java.math.BigDecimal;

/// The integration's own margin on the rate, in percent.
public record MarkupJson(
        @Key("From the next credited deposit on: 1 is one percent.")
        BigDecimal markupPercent) {}
