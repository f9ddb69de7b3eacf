package dev.offramp.deposits;

import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.money.AssetCode;
import java.math.BigDecimal;
import java.util.Optional;

/// A deposit made up by an integrator in the sandbox.
///
/// @param usd its dollar value, taken as given
/// @param coins amount of the asset, taken as given; with `usd` it fixes the price
/// @param reference the integrator's own, unique per tenant
/// @param confirmations how deep it counts from its first block on; 1 as it lies
public record MockTrade(
        Address address,
        AssetCode asset,
        BigDecimal usd,
        BigDecimal coins,
        String reference,
        TxHash tx,
        Optional<Address> sender,
        int confirmations) {

    /// What became of it.
    public sealed interface Outcome {

        /// It lies on the simulated chain and is pending.
        record Queued(DepositId id) implements Outcome {}

        /// No wallet of the tenant has that address and asset.
        record WalletNotFound() implements Outcome {}

        /// The amount has more decimals than the asset.
        record TooPrecise(int decimals) implements Outcome {}

        record TxHashTaken() implements Outcome {}

        record ReferenceTaken() implements Outcome {}
    }
}
