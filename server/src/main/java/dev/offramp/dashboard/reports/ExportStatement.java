package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wire.Csv;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;

/// The statement of a month as a table.
record ExportStatement(Uses uses) implements Page {

    private static final Csv<StatementCsv> CSV = Csv.of(StatementCsv.class);

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ShowReports.PATH + "/statement.csv");
    }

    @Override
    public Access access() {
        return Access.member(Permission.EXPORT);
    }

    @Override
    public Shows shows() {
        return Shows.FILE;
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<YearMonth> month = Months.month(visit.query());
        if (month.isEmpty()) {
            return Answer.redirect(visit.here().path(ShowReports.PATH));
        }
        StatementRows rows =
                StatementRows.of(visit.view(tx -> uses.reports().statement(tx, visit.tenant(), month.get())));
        visit.record(Deed.of(Action.REPORT_EXPORTED, Subject.Kind.REPORT, "statement")
                .after(Details.of("month", month.get())));
        String text = text(month.get(), rows);
        return Answer.download(
                "statement-%s.csv".formatted(month.get()),
                "text/csv; charset=utf-8",
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(YearMonth month, StatementRows rows) {
        StringBuilder text = new StringBuilder(CSV.header());
        rows.sheets()
                .forEach(sheet -> sheet.rows()
                        .forEach(row -> text.append(CSV.line(new StatementCsv(
                                month.toString(), sheet.name(), row.what(), row.count(), row.amount())))));
        rows.fees()
                .forEach(fee -> text.append(CSV.line(
                        new StatementCsv(month.toString(), "Fees in " + fee.currency(), "Taken", "", fee.amount()))));
        return text.toString();
    }
}
