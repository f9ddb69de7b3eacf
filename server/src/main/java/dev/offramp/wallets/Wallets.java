package dev.offramp.wallets;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import dev.offramp.keys.Keys;
import dev.offramp.lists.Listing;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes deposit addresses and finds their owners.
public final class Wallets {

    /// The first fact of a wallet.
    private static final int CREATED = 1;

    private final Database db;
    private final Keys keys;
    private final Facts facts;
    private final ObjectIds ids;
    private final InstantSource clock;
    private final WalletStore store = new WalletStore();

    private Wallets(Database db, Keys keys, Facts facts, ObjectIds ids, InstantSource clock) {
        this.db = db;
        this.keys = keys;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    public static Wallets create(Database db, Keys keys, Facts facts, ObjectIds ids, InstantSource clock) {
        return new Wallets(db, keys, facts, ids, clock);
    }

    /// Makes the one wallet of this tenant, asset and label.
    public Generation generate(Tenant tenant, Asset asset, Label label) {
        return db.transact(tx -> generate(tx, tenant, asset, label));
    }

    /// [#generate(Tenant, Asset, Label)] in the caller's transaction, so that what belongs to the wallet commits with
    /// it. Others who make a wallet in this environment wait for that commit: keep it near.
    public Generation generate(Transaction tx, Tenant tenant, Asset asset, Label label) {
        if (asset.environment() != tenant.environment()) {
            throw new IllegalArgumentException(asset.code() + " is no asset of " + tenant.environment());
        }
        if (store.exists(tx, tenant, asset.code(), label)) {
            return new Generation.LabelTaken();
        }
        Wallet wallet = newWallet(tx, tenant, asset, label);
        if (!store.insertIfFree(tx, wallet, CREATED)) {
            return new Generation.LabelTaken();
        }
        facts.write(tx, List.of(created(wallet)));
        return new Generation.Generated(wallet);
    }

    private Wallet newWallet(Transaction tx, Tenant tenant, Asset asset, Label label) {
        AddressFamily family = asset.network().family();
        VaultId vaultId = store.nextVault(tx, tenant.environment());
        Address address = keys.address(tenant.environment(), family, vaultId.value());
        WalletId id = new WalletId(ids.next());
        // As precise as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Wallet(id, tenant, asset.code(), label, vaultId, family, address, now);
    }

    private static NewFact created(Wallet wallet) {
        AddressCreated body =
                new AddressCreated(wallet.id(), wallet.address(), wallet.asset(), wallet.label(), wallet.vaultId());
        return new NewFact(wallet.tenant(), wallet.id().value(), CREATED, wallet.createdAt(), body);
    }

    public Optional<Wallet> find(Tenant tenant, WalletId id) {
        return db.transact(tx -> store.find(tx, tenant, id));
    }

    public Optional<Wallet> find(Tenant tenant, VaultId vaultId) {
        return db.transact(tx -> store.find(tx, tenant, vaultId));
    }

    /// The tenant's wallet with this address, if it was generated for this asset.
    ///
    /// @param address canonical
    public Optional<Wallet> find(Transaction tx, Tenant tenant, AssetCode asset, Address address) {
        return store.find(tx, tenant, asset, address);
    }

    /// A tenant's wallets.
    ///
    /// @param assets know the code that stands for an id
    public Listing<Wallet> list(Assets assets) {
        return WalletList.create(assets);
    }

    /// Those of the wallets that exist, in one query.
    public Map<WalletId, Wallet> all(Transaction tx, Collection<WalletId> ids) {
        return byKey(ids.isEmpty() ? List.of() : store.all(tx, ids), Wallet::id);
    }

    /// Whose these addresses are, in one query; an address that is nobody's is left out.
    ///
    /// @param addresses canonical in the family
    public Map<Address, Wallet> owners(
            Transaction tx, Environment environment, AddressFamily family, Collection<Address> addresses) {
        return byKey(
                addresses.isEmpty() ? List.of() : store.owners(tx, environment, family, addresses), Wallet::address);
    }

    /// Where the wallet's key lies under the seed of its environment: `m/44'/60'/0'/0/7`. Empty in a process that has
    /// not opened that seed.
    public Optional<String> path(Wallet wallet) {
        return keys.path(
                wallet.tenant().environment(), wallet.family(), wallet.vaultId().value());
    }

    /// Every address of a family, for those who hold a chain against the books.
    public Set<Address> addresses(Transaction tx, Environment environment, AddressFamily family) {
        return store.addresses(tx, environment, family);
    }

    /// Locks wallets against all others who lock them, in the order of their ids, until the transaction ends. Rows that
    /// refer to a locked wallet can still be written.
    public List<Wallet> lock(Transaction tx, Collection<WalletId> ids) {
        return ids.isEmpty() ? List.of() : store.lock(tx, ids);
    }

    private static <K> Map<K, Wallet> byKey(List<Wallet> wallets, Function<Wallet, K> key) {
        return wallets.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
