package dev.offramp.settlement;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Tenant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Settles credited deposits by itself, and tells what became of it.
public final class Settlements {

    private final Database db;
    private final Payouts payouts;
    private final Step step;
    private final SettlementStore store = new SettlementStore();

    private Settlements(Database db, Payouts payouts, Step step) {
        this.db = db;
        this.payouts = payouts;
        this.step = step;
    }

    public static Settlements create(Database db, InstantSource clock, Facts facts, Payouts payouts) {
        return new Settlements(db, payouts, new SettlementStep(clock, facts, payouts));
    }

    /// The loop of this room, a reader of facts.
    public Step step() {
        return step;
    }

    /// What became of settling these deposits. Those without a target, and those not yet read, are left out.
    public Map<DepositId, Settlement> of(Transaction tx, Collection<DepositId> deposits) {
        return deposits.isEmpty() ? Map.of() : store.find(tx, deposits);
    }

    /// [#of(Transaction, Collection)] in a transaction of its own.
    public Map<DepositId, Settlement> of(Collection<DepositId> deposits) {
        return db.transact(tx -> of(tx, deposits));
    }

    /// What will be paid out for these deposits if the balance is still there then; those without a target, and those
    /// that terms and limits keep from being paid out, are left out.
    public Map<DepositId, Money> expected(Transaction tx, List<Credited> credited) {
        Map<DepositId, Money> expected = new HashMap<>();
        for (Fiat currency : Fiat.values()) {
            List<Credited> due = credited.stream()
                    .filter(its -> its.deposit().currency() == currency
                            && its.deposit().settleTo().isPresent())
                    .toList();
            Map<Tenant, PayoutTerms> terms =
                    payouts.terms(tx, due.stream().map(Credited::tenant).toList(), currency);
            due.stream()
                    .filter(its -> isPaidOut(its, terms))
                    .forEach(its -> expected.put(its.deposit().id(), its.amountToSettle()));
        }
        return expected;
    }

    private static boolean isPaidOut(Credited credited, Map<Tenant, PayoutTerms> terms) {
        PayoutTerms own = terms.get(credited.tenant());
        return own != null && own.allow(credited.amountToSettle());
    }
}
