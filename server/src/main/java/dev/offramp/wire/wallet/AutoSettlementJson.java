package dev.offramp.wire.wallet;

/// Whether a wallet's deposits go on to its bank.
public record AutoSettlementJson(String walletId, boolean autoSettlement) {}
