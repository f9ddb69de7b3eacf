package dev.offramp.app;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.simulated.Coin;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.operations.Outside;
import dev.offramp.operations.Reconciliation;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the simulated chains and the simulated rail say, to hold the sandbox's books against.
record SandboxTruth(Assets assets, SimulatedChains chains, Supplier<Map<AssetCode, Money>> railPaid)
        implements Outside {

    /// What holds the books of `platform` against all that can be asked here.
    ///
    /// @param railPaid what the sandbox's rail says it has paid, per currency
    static Reconciliation reconciliation(Platform platform, Supplier<Map<AssetCode, Money>> railPaid) {
        Reconciliation.Uses uses = new Reconciliation.Uses(
                platform.db(),
                platform.assets(),
                platform.ledger(),
                platform.wallets(),
                platform.deposits(),
                platform.payouts(),
                platform.withdrawals(),
                platform.trail());
        return Reconciliation.create(uses, new SandboxTruth(platform.assets(), platform.sandbox(), railPaid));
    }

    /// Coins the catalogue does not know are arrivals, and in no book.
    @Override
    public Optional<Map<AssetCode, BigInteger>> received(
            Transaction tx, Network network, BlockRef block, Set<Address> addresses) {
        return chains.receivedUpTo(tx, network, block, addresses).map(this::catalogued);
    }

    private Map<AssetCode, BigInteger> catalogued(Map<Coin, BigInteger> coins) {
        Map<AssetCode, BigInteger> units = new HashMap<>();
        coins.forEach((coin, sum) -> assets.of(
                        Environment.DEVELOPMENT, coin.network(), coin.contract().map(Address::value))
                .ifPresent(asset -> units.put(asset.code(), sum)));
        return units;
    }

    /// On the simulated chains a token's contract is its code.
    @Override
    public Map<AssetCode, BigInteger> sent(Transaction tx) {
        Map<AssetCode, BigInteger> sent = new HashMap<>();
        for (TokenNetwork network : TokenNetwork.values()) {
            chains.sent(tx, network.network())
                    .forEach((coin, units) -> coin.contract()
                            .map(Address::value)
                            .map(AssetCode::new)
                            .ifPresent(code -> sent.put(code, units)));
        }
        return sent;
    }

    @Override
    public Map<AssetCode, Money> paid() {
        return railPaid.get();
    }
}
