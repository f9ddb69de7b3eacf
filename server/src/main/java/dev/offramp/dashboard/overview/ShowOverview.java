package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.transactions.TransactionLine;
import dev.offramp.dashboard.transactions.TransactionLines;
import dev.offramp.db.Transaction;
import dev.offramp.figures.Figures;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Balances, what the last days come to, and the latest transactions.
record ShowOverview(Ledger ledger, Figures figures, TransactionLines lines) implements Page {

    private static final int DAYS = 30;
    private static final int LATEST = 8;

    private static final List<Fiat> CURRENCIES = List.of(Fiat.NGN, Fiat.USD, Fiat.GHS);

    /// What the page shows.
    record View(List<Balance> balances, Activity activity, List<TransactionLine> latest) {}

    /// What may be spent in one currency.
    record Balance(String name, String amount, String currency) {}

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
        View view = visit.view(tx ->
                new View(balances(tx, visit.tenant()), activity(tx, visit), lines.latest(tx, visit.tenant(), LATEST)));
        return Answer.page("Overview", out -> JteoverviewGenerated.render(out, null, visit.here(), view));
    }

    private Activity activity(Transaction tx, Visit visit) {
        LocalDate until = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC).plusDays(1);
        LocalDate from = until.minusDays(DAYS);
        return Activity.of(
                figures.days(tx, visit.tenant(), from, until), figures.standings(tx, visit.tenant()), from, until);
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
                        Activity.number(available.get(Account.tenant(tenant, currency))),
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
