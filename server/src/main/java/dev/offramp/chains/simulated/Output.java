package dev.offramp.chains.simulated;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import java.math.BigInteger;
import java.util.Optional;

/// One payment of a simulated transaction.
///
/// @param recipient in the canonical form of its family, as `wallets` hands it out
/// @param contract the token paid in; empty for the native coin
/// @param units amount in the smallest unit, above zero
public record Output(Address recipient, Optional<Address> contract, BigInteger units) {

    public Output {
        if (units.signum() <= 0) {
            throw new IllegalArgumentException("an output moves something: " + units);
        }
    }

    /// Pays in `asset`.
    public static Output of(Address recipient, Asset asset, BigInteger units) {
        return new Output(recipient, asset.contract().map(Address::new), units);
    }

    /// Pays in a worthless token that calls itself by the symbol of `asset`: its contract is not the asset's.
    public static Output fake(Address recipient, Asset asset, BigInteger units) {
        return new Output(recipient, Optional.of(new Address("fake:" + asset.symbol())), units);
    }
}
