package dev.offramp.settlement;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.money.Money;
import dev.offramp.payouts.Payouts;
import dev.offramp.withdrawals.Withdrawals;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settles credited deposits by itself, and tells what became of it.
public final class Settlements {

    private final Database db;
    private final BankSettlement banks;
    private final AddressSettlement addresses;
    private final Step step;
    private final Retry retry;
    private final SettlementStore store = new SettlementStore();

    private Settlements(Database db, BankSettlement banks, AddressSettlement addresses, Step step, Retry retry) {
        this.db = db;
        this.banks = banks;
        this.addresses = addresses;
        this.step = step;
        this.retry = retry;
    }

    public static Settlements create(
            Database db, InstantSource clock, ObjectIds ids, Facts facts, Payouts payouts, Withdrawals withdrawals) {
        BankSettlement banks = new BankSettlement(payouts);
        AddressSettlement addresses = new AddressSettlement(withdrawals);
        return new Settlements(
                db,
                banks,
                addresses,
                new SettlementStep(clock, ids, facts, banks, addresses),
                new Retry(clock, facts, payouts, withdrawals));
    }

    /// The loop of this room, a reader of facts.
    public Step step() {
        return step;
    }

    /// Settles a deposit again whose settlement was skipped or came back.
    public SettledAgain again(Transaction tx, DepositId deposit) {
        return retry.settle(tx, deposit);
    }

    /// [#again(Transaction, DepositId)] in a transaction of its own.
    public SettledAgain again(DepositId deposit) {
        return db.transact(tx -> again(tx, deposit));
    }

    /// What became of settling these deposits. Those without a target, and those not yet read, are left out.
    public Map<DepositId, Settlement> of(Transaction tx, Collection<DepositId> deposits) {
        return deposits.isEmpty() ? Map.of() : store.find(tx, deposits);
    }

    /// The last attempt to settle a deposit; empty where it has no target or was not read yet.
    public Optional<LastAttempt> last(Transaction tx, DepositId deposit) {
        return store.last(tx, deposit);
    }

    /// [#of(Transaction, Collection)] in a transaction of its own.
    public Map<DepositId, Settlement> of(Collection<DepositId> deposits) {
        return db.transact(tx -> of(tx, deposits));
    }

    /// What will be paid out or sent for these deposits if the balance is still there then; those without a target, and
    /// those that terms and limits keep from it, are left out.
    public Map<DepositId, Money> expected(Transaction tx, List<Credited> credited) {
        Map<DepositId, Money> expected = new HashMap<>(banks.expected(tx, credited));
        expected.putAll(addresses.expected(tx, credited));
        return expected;
    }
}
