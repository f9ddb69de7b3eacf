package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.ledger.LineBatch;
import dev.offramp.reports.ReportBatch;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wire.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Every ledger line of some days as a table.
record ExportLines(Uses uses) implements Page {

    private static final Csv<LineCsv> CSV = Csv.of(LineCsv.class);
    private static final int TRANSFERS_AT_A_TIME = 500;

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ShowReports.PATH + "/lines.csv");
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
        Optional<LocalDate> from = Months.day(visit.query(), "from");
        Optional<LocalDate> until = Months.day(visit.query(), "until");
        if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
            return Answer.redirect(
                    visit.here().path(ShowReports.PATH),
                    Note.bad("Choose a first day and a last one that is not before it."));
        }
        visit.record(Deed.of(Action.REPORT_EXPORTED, Subject.Kind.REPORT, "ledger lines")
                .after(Details.of("from", from.get()).with("until", until.get())));
        Instant start = Months.start(from.get());
        Instant end = Months.start(until.get().plusDays(1));
        return Answer.download(
                "ledger-%s-%s.csv".formatted(from.get(), until.get()),
                "text/csv; charset=utf-8",
                out -> write(visit.tenant(), start, end, out));
    }

    /// A transaction for each batch: the receiver may be slow, and none stays open while it reads.
    private void write(Tenant tenant, Instant from, Instant until, OutputStream out) throws IOException {
        out.write(CSV.header().getBytes(StandardCharsets.UTF_8));
        Optional<LineBatch.Place> after = Optional.empty();
        do {
            Optional<LineBatch.Place> start = after;
            ReportBatch batch =
                    uses.db().view(tx -> uses.reports().lines(tx, tenant, from, until, start, TRANSFERS_AT_A_TIME));
            StringBuilder text = new StringBuilder();
            batch.lines().forEach(line -> text.append(CSV.line(LineCsv.of(line, tenant))));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            after = batch.next();
        } while (after.isPresent());
    }
}
