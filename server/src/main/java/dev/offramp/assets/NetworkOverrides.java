package dev.offramp.assets;

import dev.offramp.money.AssetCode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the operator set for production networks, over the catalogue's own figures.
final class NetworkOverrides {

    private final Map<Network, NetworkSetting> settings = new EnumMap<>(Network.class);

    NetworkOverrides(List<NetworkSetting> settings) {
        for (NetworkSetting setting : settings) {
            if (this.settings.put(setting.network(), setting) != null) {
                throw new IllegalArgumentException(
                        "the network " + setting.network().code() + " is set twice");
            }
        }
    }

    /// The catalogue with the settings in force.
    ///
    /// @throws IllegalArgumentException when a setting names a token the network has not
    List<Asset> applied(List<Asset> catalogue) {
        Set<AssetCode> unused = new HashSet<>();
        settings.values().forEach(setting -> setting.tokens().forEach(token -> unused.add(token.code())));
        List<Asset> assets =
                catalogue.stream().map(asset -> applied(asset, unused)).toList();
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("not a token of that network in the catalogue: " + unused);
        }
        return assets;
    }

    private Asset applied(Asset asset, Set<AssetCode> unused) {
        NetworkSetting setting = settings.get(asset.network());
        if (setting == null) {
            return asset;
        }
        Optional<NetworkSetting.Token> token = asset.contract()
                .flatMap(contract -> setting.tokens().stream()
                        .filter(one -> one.code().equals(asset.code()))
                        .findFirst());
        token.ifPresent(one -> unused.remove(one.code()));
        return asset.on(
                token.map(NetworkSetting.Token::contract).or(asset::contract),
                token.map(NetworkSetting.Token::decimals).orElse(asset.decimals()),
                setting.confirmations().orElse(asset.confirmations()));
    }
}
