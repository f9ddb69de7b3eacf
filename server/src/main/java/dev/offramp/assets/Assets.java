package dev.offramp.assets;

import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The catalogue, and which of it can be used now.
public final class Assets {

    /// How long a pause may go unnoticed by a process.
    private static final Duration PAUSES_AGE_MAX = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Catalogue catalogue;
    private final Set<Network> configured = EnumSet.noneOf(Network.class);
    private final PauseStore store = new PauseStore();
    private volatile Paused paused = new Paused(Set.of(), Instant.MIN);

    /// The paused assets, as they were at `readAt`.
    private record Paused(Set<AssetCode> codes, Instant readAt) {}

    private Assets(InstantSource clock, Catalogue catalogue, Collection<NetworkSetting> production) {
        this.clock = clock;
        this.catalogue = catalogue;
        production.forEach(setting -> configured.add(setting.network()));
    }

    /// @param publicUrl where this server is reached, without a slash at the end; icons are under it
    /// @param production the configured production networks; every network of development is always there
    /// @throws IllegalArgumentException when a setting contradicts the catalogue or another one
    public static Assets create(InstantSource clock, String publicUrl, List<NetworkSetting> production) {
        return new Assets(clock, new CatalogueReader(publicUrl).read(production), production);
    }

    /// All assets of an environment in their fixed order: by symbol, and within one Ethereum, Tron, Solana, BSC, then
    /// the other networks, so that a client that takes the first of a symbol takes the same as ever.
    public List<Asset> list(Environment environment) {
        return catalogue.list(environment);
    }

    public Optional<Asset> find(AssetId id) {
        return catalogue.find(id);
    }

    /// The asset of this id, if it is one of `environment`.
    public Optional<Asset> find(Environment environment, AssetId id) {
        return find(id).filter(asset -> asset.environment() == environment);
    }

    public Optional<Asset> find(AssetCode code) {
        return catalogue.find(code);
    }

    /// The asset a transfer on a chain moved; empty when the catalogue does not know it.
    ///
    /// @param contract empty for the native coin
    public Optional<Asset> of(Environment environment, Network network, Optional<String> contract) {
        return contract.isPresent()
                ? catalogue.onChain(environment, network, contract.get())
                : catalogue.nativeCoin(environment, network);
    }

    /// Every symbol of the catalogue: `USDC`.
    public Set<String> symbols() {
        return catalogue.symbols();
    }

    /// Whether deposits of this asset can be taken now, at most a second out of date.
    public Availability availability(Transaction tx, Asset asset) {
        if (asset.environment() == Environment.PRODUCTION && !configured.contains(asset.network())) {
            return Availability.NETWORK_NOT_CONFIGURED;
        }
        return paused(tx).contains(asset.code()) ? Availability.PAUSED : Availability.ACTIVE;
    }

    public boolean isActive(Transaction tx, Asset asset) {
        return availability(tx, asset) == Availability.ACTIVE;
    }

    private Set<AssetCode> paused(Transaction tx) {
        Paused known = paused;
        Instant now = clock.instant();
        if (!now.isBefore(known.readAt.plus(PAUSES_AGE_MAX))) {
            known = new Paused(pauses(tx).stream().map(Pause::code).collect(Collectors.toUnmodifiableSet()), now);
            paused = known;
        }
        return known.codes;
    }

    /// What is out of use, longest first.
    public List<Pause> pauses(Transaction tx) {
        return store.list(tx);
    }

    /// Takes an asset out of use until [#resume]; other processes notice within a second.
    ///
    /// @param reason in words for people
    public void pause(Transaction tx, Asset asset, String reason) {
        store.pause(tx, asset.code(), reason, clock.instant());
    }

    /// @return whether it was paused
    public boolean resume(Transaction tx, Asset asset) {
        return store.resume(tx, asset.code());
    }
}
