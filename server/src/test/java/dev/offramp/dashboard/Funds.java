package dev.offramp.dashboard;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Outcome;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Optional;

/// Money in the balances of the business, without a deposit.
public record Funds(TestDashboard dashboard) {

    public void add(Fiat currency, String amount) {
        Tenant tenant = dashboard.tenant();
        Money money = currency.money(amount);
        Account from = Account.system(AccountKind.LIQUIDITY, tenant.environment(), currency.asset());
        Entry.Post entry = new Entry.Post(
                new Cause("test", dashboard.platform.ids().next()),
                List.of(new Posting(from, Account.tenant(tenant, currency), money)));
        List<Outcome> outcomes =
                dashboard.db.transact(tx -> dashboard.platform.ledger().enter(tx, List.of(entry)));
        if (!(outcomes.getFirst() instanceof Outcome.Entered)) {
            throw new AssertionError(outcomes);
        }
    }

    public Money available(Fiat currency) {
        Account account = Account.tenant(dashboard.tenant(), currency);
        return dashboard.db.transact(tx -> Optional.ofNullable(dashboard
                        .platform
                        .ledger()
                        .available(tx, List.of(account))
                        .get(account))
                .orElseThrow());
    }
}
