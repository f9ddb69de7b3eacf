package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.TrailFilter;
import dev.offramp.dashboard.part.TrailPart;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.operations.Reconciliation;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.operations.Reconciliations;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Entries;
import dev.offramp.trail.Trail;
import java.time.Instant;
import java.util.Optional;

/// The audit log: who did what, from where, before and after; and whether it is still what was recorded.
record ShowTrail(Trail trail, Reconciliations reconciliations) implements Page {

    /// What the page shows.
    record View(TrailPart part, String head, Badge verdict, String verified) {}

    @Override
    public Route route() {
        return Route.get("/operator/trail");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Audit log"));
    }

    @Override
    public Answer answer(Visit visit) {
        TrailFilter filter = new TrailFilter(visit.query());
        Optional<IntegrationId> business =
                visit.query().text("integration").flatMap(ObjectId::parse).map(IntegrationId::new);
        View view = visit.view(tx -> view(tx, filter, business, visit.now()));
        return Answer.page("Audit log", out -> JtetrailGenerated.render(out, null, view));
    }

    private View view(Transaction tx, TrailFilter filter, Optional<IntegrationId> business, Instant now) {
        Entries entries = trail.list(tx, filter.asked(business), filter.before(), TrailPart.SHOWN_MAX);
        Optional<ReconciliationRun> last = reconciliations.last(tx, 1).stream().findFirst();
        return new View(
                TrailPart.of(entries, route().path(), filter),
                trail.head(tx).toString(),
                verdict(last),
                last.map(run -> "verified " + Ages.since(run.endedAt(), now)).orElse("with the first reconciliation"));
    }

    /// The reconciliation holds every entry against its hash; that takes too long for a page.
    private static Badge verdict(Optional<ReconciliationRun> last) {
        return last.flatMap(run -> run.checks().stream()
                        .filter(check -> check.what().equals(Reconciliation.TRAIL))
                        .findFirst())
                .map(check -> check.isSound()
                        ? Badge.good("As it was recorded")
                        : Badge.bad(check.faults().getFirst()))
                .orElseGet(() -> Badge.quiet("Not verified yet"));
    }
}
