package dev.offramp.outflows;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.lists.Listing;
import dev.offramp.money.Money;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.Withdrawals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds and lists what leaves the balances.
public final class Outflows {

    private final Payouts payouts;
    private final Withdrawals withdrawals;
    private final Listing<Outflow> list;

    private Outflows(Payouts payouts, Withdrawals withdrawals) {
        this.payouts = payouts;
        this.withdrawals = withdrawals;
        this.list = OutflowList.create(payouts, withdrawals);
    }

    public static Outflows create(Payouts payouts, Withdrawals withdrawals) {
        return new Outflows(payouts, withdrawals);
    }

    /// A tenant's outflows.
    public Listing<Outflow> list() {
        return list;
    }

    /// What left to settle these deposits; a deposit that was not settled is left out.
    public Map<ObjectId, Money> settling(Transaction tx, Collection<ObjectId> deposits) {
        Map<ObjectId, Money> amounts = new HashMap<>();
        payouts.settling(tx, deposits).forEach((deposit, payout) -> amounts.put(deposit, payout.amount()));
        withdrawals.settling(tx, deposits).forEach((deposit, sent) -> amounts.put(deposit, sent.amount()));
        return amounts;
    }

    /// The tenant's outflow with this id or name. An id wins over a name that looks like it.
    public Optional<Outflow> find(Transaction tx, Tenant tenant, String idOrName) {
        return payouts.find(tx, tenant, idOrName)
                .<Outflow>map(Outflow.ToBank::new)
                .or(() -> withdrawals.find(tx, tenant, idOrName).map(Outflow.ToAddress::new));
    }

    /// The tenant's outflow with this name.
    public Optional<Outflow> named(Transaction tx, Tenant tenant, String name) {
        return payouts.named(tx, tenant, name)
                .<Outflow>map(Outflow.ToBank::new)
                .or(() -> withdrawals.named(tx, tenant, name).map(Outflow.ToAddress::new));
    }
}
