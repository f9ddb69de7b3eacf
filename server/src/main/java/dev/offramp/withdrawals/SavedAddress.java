package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import java.time.Instant;
import java.util.Optional;

/// An address a tenant keeps for withdrawals of one stablecoin on one network.
///
/// @param label the tenant's own name for it
public record SavedAddress(
        SavedAddressId id,
        Token token,
        TokenNetwork network,
        Address address,
        Optional<String> label,
        Instant createdAt) {}
