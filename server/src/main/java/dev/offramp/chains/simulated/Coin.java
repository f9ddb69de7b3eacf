package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import java.util.Optional;

/// What an amount on a simulated network is counted in.
///
/// @param contract the asset code of a real token, any other text of a fake one; empty for the native coin
public record Coin(Network network, Optional<Address> contract) {}
