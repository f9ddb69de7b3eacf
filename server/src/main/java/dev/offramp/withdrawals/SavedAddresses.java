package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import dev.offramp.tenancy.Tenant;
import java.time.InstantSource;
import java.util.Optional;

/// The addresses tenants keep for withdrawals.
public final class SavedAddresses {

    /// What became of the wish to save an address.
    public sealed interface Addition {
        record Added(SavedAddress saved) implements Addition {}

        /// The tenant has saved that address for that token and network before.
        record AlreadyExists() implements Addition {}
    }

    private static final ListField ADDRESS = ListField.text("address", "address");
    private static final ListField LABEL = ListField.text("label", "label");

    /// A tenant has a few, so that one index finds them all.
    private static final Listing<SavedAddress> LIST = ListedTable.of("saved_address", ListSort.CREATED_AT)
            .filteredBy(
                    ListField.code("token", "token", "usdt", "usdc"),
                    ListField.code("network", "network", "erc20", "trc20", "bsc", "sol", "ton"),
                    ADDRESS,
                    LABEL)
            .searchedBy(ListField.id("id", "id"), ADDRESS, LABEL)
            .read(SavedAddressStore::saved);

    private final InstantSource clock;
    private final ObjectIds ids;
    private final SavedAddressStore store = new SavedAddressStore();

    private SavedAddresses(InstantSource clock, ObjectIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    public static SavedAddresses create(InstantSource clock, ObjectIds ids) {
        return new SavedAddresses(clock, ids);
    }

    /// Saves an address that coins can be sent to ([Withdrawals#payable]).
    public Addition add(
            Transaction tx, Tenant tenant, Token token, TokenNetwork network, Address address, Optional<String> label) {
        SavedAddressId id = new SavedAddressId(ids.next());
        SavedAddress saved = new SavedAddress(id, token, network, address, label, clock.instant());
        return store.insert(tx, tenant, saved) ? new Addition.Added(saved) : new Addition.AlreadyExists();
    }

    public Optional<SavedAddress> find(Transaction tx, Tenant tenant, SavedAddressId id) {
        return store.find(tx, tenant, id);
    }

    /// A tenant's saved addresses.
    public Listing<SavedAddress> list() {
        return LIST;
    }

    /// Forgets an address; withdrawals to it go on.
    ///
    /// @return whether the tenant had it
    public boolean delete(Transaction tx, Tenant tenant, SavedAddressId id) {
        return store.delete(tx, tenant, id);
    }
}
