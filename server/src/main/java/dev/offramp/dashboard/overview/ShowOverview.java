package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Balances, and the latest transactions.
public record ShowOverview(Ledger ledger, DepositLines lines) implements Page {

    private static final List<Fiat> CURRENCIES = List.of(Fiat.NGN, Fiat.USD, Fiat.GHS);

    /// What the page shows.
    public record View(List<Balance> balances, List<DepositLine> latest) {}

    /// What may be spent in one currency.
    public record Balance(String name, String amount, String currency) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.HOME, "Overview"));
    }

    @Override
    public Answer answer(Visit visit) {
        View view = visit.view(tx -> new View(balances(tx, visit.tenant()), lines.latest(tx, visit.tenant())));
        return Answer.page("Overview", out -> JteoverviewGenerated.render(out, null, visit.here(), view));
    }

    private List<Balance> balances(Transaction tx, Tenant tenant) {
        Map<Account, Money> available = ledger.available(
                tx,
                CURRENCIES.stream()
                        .map(currency -> Account.tenant(tenant, currency))
                        .toList());
        return CURRENCIES.stream()
                .map(currency -> new Balance(
                        name(currency),
                        Figures.number(available.get(Account.tenant(tenant, currency)), Fiat.SCALE),
                        currency.name()))
                .toList();
    }

    private static String name(Fiat currency) {
        return switch (currency) {
            case NGN -> "Naira";
            case USD -> "Dollars";
            case GHS -> "Cedis";
        };
    }
}
