package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.part.Pager;
import dev.offramp.lists.Part;
import dev.offramp.tenancy.Environment;
import java.util.List;
import java.util.Optional;

/// All transactions, newest first.
record ListTransactions(Uses uses, TransactionLines lines) implements Page {

    static final String PATH = "/transactions";
    static final String TITLE = "Transactions";

    /// What the page shows.
    ///
    /// @param isFiltered whether something was asked for
    /// @param mayMock whether deposits can be made up here
    record View(
            List<TransactionLine> lines,
            Pager pager,
            Query query,
            List<Choice> states,
            List<Choice> assets,
            boolean isFiltered,
            boolean mayMock) {

        boolean chose(String name, Choice choice) {
            return query.text(name).filter(choice.value()::equals).isPresent();
        }
    }

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.MONEY_IN, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Filters filters = new Filters(uses.wallets(), uses.assets());
        Part<TransactionLine> part =
                visit.view(tx -> lines.page(tx, visit.tenant(), filters.of(tx, visit.tenant(), visit.query())));
        View view = new View(
                part.items(),
                new Pager(visit.here().path(PATH), visit.query(), Filters.SIZE, part.total()),
                visit.query(),
                States.CHOICES,
                filters.choices(visit.business().environment()),
                !visit.query().with("page", "").values().isEmpty(),
                visit.business().environment() == Environment.DEVELOPMENT && visit.may(Permission.MANAGE_ADDRESSES));
        return Answer.page(TITLE, out -> JtelistGenerated.render(out, null, visit.here(), view));
    }
}
