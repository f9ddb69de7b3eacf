package dev.offramp.ledger;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The books: enter batches, ask balances, audit.
public final class Ledger {

    private final Database db;
    private final InstantSource clock;
    private final AccountStore accounts = new AccountStore();
    private final LedgerStore store = new LedgerStore();
    private final LineStore lines = new LineStore();

    private Ledger(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    public static Ledger create(Database db, InstantSource clock) {
        return new Ledger(db, clock);
    }

    /// Decides `entries` in order and writes all that are accepted. Guarded accounts stay locked until the caller's
    /// transaction ends, so call it last.
    ///
    /// @return one outcome per entry, in the same order
    /// @throws IllegalStateException for a hold that is not open: the caller lost track of its own object
    public List<Outcome> enter(Transaction tx, List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Batch batch = new Batch(store.lockHolds(tx, Batch.holdsEnded(entries)));
        Set<Account> named = batch.accountsOf(entries);
        named.addAll(Batch.accountsNamedBy(entries));
        AccountNumbers numbers = accounts.numbers(tx, named);
        batch.load(store.lockBalances(tx, numbers.of(batch.guardedAccountsOf(entries))), numbers);
        List<Outcome> outcomes = entries.stream().map(batch::decide).toList();
        store.write(tx, batch, numbers, clock.instant());
        return outcomes;
    }

    /// What may be spent of each guarded account: posted − held. An account never used has zero.
    public Map<Account, Money> available(Transaction tx, Collection<Account> guarded) {
        return store.available(tx, guarded, accounts.existing(tx, guarded));
    }

    /// What open holds of one purpose set aside, per account.
    public Map<Account, Money> held(Transaction tx, String purpose) {
        return store.held(tx, purpose);
    }

    /// Balance (in − out) of every account of the books, system accounts included.
    public Map<Account, Money> balances(Transaction tx) {
        return store.balances(tx);
    }

    /// Every line of what was booked for these subjects, oldest first.
    public List<Line> linesOf(Transaction tx, Collection<ObjectId> subjects) {
        return subjects.isEmpty() ? List.of() : lines.of(tx, subjects);
    }

    /// Lines of the transfers that concern a tenant and were booked from one time on, up to another, which is left out:
    /// in the order of booking, `max` transfers at a time, each whole.
    ///
    /// @param after empty for the first batch
    public LineBatch lines(
            Transaction tx, Tenant tenant, Instant from, Instant until, Optional<LineBatch.Place> after, int max) {
        return lines.batch(tx, tenant, from, until, after, max);
    }

    /// What was moved into and out of each of a tenant's accounts, by purpose: before a day of UTC, and from it on up
    /// to another day, which is left out. Reads a row per day, however many lines there are.
    ///
    /// @param tx of one moment ([Database#view][dev.offramp.db.Database#view]), so that the checkpoint stays
    public List<Movement> movements(Transaction tx, Tenant tenant, LocalDate from, LocalDate until) {
        return lines.movements(tx, tenant, from, until);
    }

    /// What is wrong with the books, one line each; empty when all is right. Compares each guarded row with the sum of
    /// its postings and its held amount with its open holds.
    public List<String> audit(Transaction tx) {
        return store.audit(tx);
    }

    /// Brings the balances of system accounts forward to the last posting. Writers wait for the moment it takes to fix
    /// that posting, because postings commit out of order.
    public void checkpoint() {
        db.run(store::checkpoint);
    }
}
