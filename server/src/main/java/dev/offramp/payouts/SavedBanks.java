package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.lists.Listing;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Tenant;
import java.time.InstantSource;
import java.util.Optional;

/// The bank accounts tenants keep for withdrawals.
public final class SavedBanks {

    /// What became of the wish to save an account.
    public sealed interface Addition {
        record Added(SavedBank saved) implements Addition {}

        /// The tenant has saved that account before.
        record AlreadyExists() implements Addition {}
    }

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final SavedBankStore store;
    private final Listing<SavedBank> list;

    private SavedBanks(Database db, InstantSource clock, ObjectIds ids, SavedBankStore store) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.store = store;
        this.list = SavedBankList.create(store);
    }

    public static SavedBanks create(Database db, InstantSource clock, ObjectIds ids, ServerKey key) {
        return new SavedBanks(db, clock, ids, new SavedBankStore(key));
    }

    /// Seals the accounts that an earlier version left in the clear. To be called before anything else.
    ///
    /// @return how many there were
    public int sealOld() {
        return db.transact(store::sealOld);
    }

    /// Saves an account whose name was resolved before ([Payouts#resolve]).
    public Addition add(Transaction tx, Tenant tenant, BankAccount account) {
        SavedBank saved = new SavedBank(new SavedBankId(ids.next()), account, clock.instant());
        return store.insert(tx, tenant, saved) ? new Addition.Added(saved) : new Addition.AlreadyExists();
    }

    public Optional<SavedBank> find(Tenant tenant, SavedBankId id) {
        return db.transact(tx -> find(tx, tenant, id));
    }

    /// [#find(Tenant, SavedBankId)] in the caller's transaction.
    public Optional<SavedBank> find(Transaction tx, Tenant tenant, SavedBankId id) {
        return store.find(tx, tenant, id);
    }

    /// A tenant's saved banks.
    public Listing<SavedBank> list() {
        return list;
    }

    /// Forgets an account; payouts to it go on.
    ///
    /// @return whether the tenant had it
    public boolean delete(Transaction tx, Tenant tenant, SavedBankId id) {
        return store.delete(tx, tenant, id);
    }
}
