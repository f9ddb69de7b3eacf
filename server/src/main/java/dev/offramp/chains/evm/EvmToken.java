package dev.offramp.chains.evm;

import dev.offramp.chains.Address;

/// Where a token of the catalogue lives on a network.
///
/// @param contract with its EIP-55 checksum, as transfers name it
public record EvmToken(Address contract, int decimals) {}
