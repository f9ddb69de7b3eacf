package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.reports.Reports;
import java.time.YearMonth;
import java.util.Optional;

/// The statement of a month.
record ShowStatement(Reports reports) implements Page {

    static final String PATH = ShowReports.PATH + "/statement";

    /// @param month as in addresses
    /// @param name as people read it
    record View(String month, String name, StatementRows rows) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<YearMonth> month = Months.month(visit.query());
        if (month.isEmpty()) {
            return Answer.redirect(visit.here().path(ShowReports.PATH));
        }
        StatementRows rows = StatementRows.of(visit.view(tx -> reports.statement(tx, visit.tenant(), month.get())));
        View view = new View(month.get().toString(), Months.name(month.get()), rows);
        return Answer.page(
                "Statement of " + view.name(), out -> JtestatementGenerated.render(out, null, visit.here(), view));
    }
}
