package dev.offramp.wire.trade;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;

/// The trade that a mock deposit became.
public record MockTradeJson(
        @Key(value = "The trade's.", as = Notation.ID) String id) {}
