package dev.offramp.wire.trade;

/// The trade that a mock deposit became.
public record MockTradeJson(String id) {}
