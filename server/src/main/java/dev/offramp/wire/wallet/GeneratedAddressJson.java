package dev.offramp.wire.wallet;

/// A new address; these three keys and nothing else.
public record GeneratedAddressJson(String id, String address, String vaultId) {}
