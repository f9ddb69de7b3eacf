package dev.offramp.assets;

import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All assets of both environments, found by whatever names them.
final class Catalogue {

    /// What a transfer on a chain tells of an asset.
    private record OnChain(Environment environment, Network network, Optional<String> contract) {}

    private final List<Asset> all;
    private final Map<AssetId, Asset> byId = new HashMap<>();
    private final Map<AssetCode, Asset> byCode = new HashMap<>();
    private final Map<OnChain, Asset> onChain = new HashMap<>();

    /// @throws IllegalArgumentException when two assets share a name of any kind
    Catalogue(List<Asset> assets) {
        this.all = List.copyOf(assets);
        for (Asset asset : all) {
            if (Fiat.parse(asset.code().value()).isPresent()) {
                throw new IllegalArgumentException(asset.code() + " is the code of a currency");
            }
            add(byId, asset.id(), asset);
            add(byCode, asset.code(), asset);
            add(onChain, onChain(asset.environment(), asset.network(), asset.contract()), asset);
        }
    }

    private static <K> void add(Map<K, Asset> index, K name, Asset asset) {
        Asset other = index.put(name, asset);
        if (other != null) {
            throw new IllegalArgumentException(other.code() + " and " + asset.code() + " are both " + name);
        }
    }

    List<Asset> list(Environment environment) {
        return all.stream().filter(asset -> asset.environment() == environment).toList();
    }

    Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Asset> find(AssetCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Asset> onChain(Environment environment, Network network, String contract) {
        return Optional.ofNullable(onChain.get(onChain(environment, network, Optional.of(contract))));
    }

    Optional<Asset> nativeCoin(Environment environment, Network network) {
        return Optional.ofNullable(onChain.get(onChain(environment, network, Optional.empty())));
    }

    Set<String> symbols() {
        return all.stream().map(Asset::symbol).collect(Collectors.toUnmodifiableSet());
    }

    /// An EVM address is the same in any case; elsewhere the case is part of it.
    private static OnChain onChain(Environment environment, Network network, Optional<String> contract) {
        boolean anyCase = network.family() == AddressFamily.EVM;
        return new OnChain(
                environment, network, anyCase ? contract.map(text -> text.toLowerCase(Locale.ROOT)) : contract);
    }
}
