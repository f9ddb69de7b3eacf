package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.operations.Reconciliation;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.operations.Reconciliations;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Entries;
import dev.offramp.trail.Entry;
import dev.offramp.trail.Subject;
import dev.offramp.trail.Trail;
import dev.offramp.trail.TrailQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The audit log: who did what, from where, before and after; and whether it is still what was recorded.
record ShowTrail(Trail trail, Reconciliations reconciliations) implements Page {

    private static final int SHOWN_MAX = 50;

    /// What the page shows.
    ///
    /// @param next the following entries; empty when there are none
    record View(List<Line> lines, Optional<String> next, Filter filter, String head, Badge verdict, String verified) {}

    /// An entry in a line.
    record Line(Entry entry) {

        String who() {
            return entry.actor().words();
        }

        String from() {
            return entry.from().orElse("");
        }

        String before() {
            return words(entry.before().values());
        }

        String after() {
            return words(entry.after().values());
        }

        private static String words(Map<String, String> values) {
            return values.entrySet().stream()
                    .map(value -> value.getKey() + ": " + value.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /// What was asked for, to be shown again.
    record Filter(Query query) {

        String text(String name) {
            return query.text(name).orElse("");
        }

        boolean is(String name, String value) {
            return text(name).equals(value);
        }

        List<Action> actions() {
            return Arrays.asList(Action.values());
        }

        List<Subject.Kind> kinds() {
            return Arrays.asList(Subject.Kind.values());
        }

        TrailQuery asked() {
            return new TrailQuery(
                    query.text("integration").flatMap(ObjectId::parse).map(IntegrationId::new),
                    query.text("environment").flatMap(Environment::parse),
                    query.text("actor"),
                    query.text("action").flatMap(Action::parse),
                    query.text("kind").flatMap(Subject.Kind::parse),
                    query.text("subject"),
                    Optional.empty(),
                    Optional.empty());
        }

        OptionalLong before() {
            return query.text("before")
                    .filter(text -> text.matches("[0-9]{1,18}"))
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty);
        }
    }

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
        Filter filter = new Filter(visit.query());
        View view = visit.view(tx -> view(tx, filter, visit.now()));
        return Answer.page("Audit log", out -> JtetrailGenerated.render(out, null, view));
    }

    private View view(Transaction tx, Filter filter, Instant now) {
        Entries entries = trail.list(tx, filter.asked(), filter.before(), SHOWN_MAX);
        Optional<String> next = entries.next().isPresent()
                ? Optional.of(route().path()
                        + filter.query()
                                .with("before", String.valueOf(entries.next().getAsLong()))
                                .written())
                : Optional.empty();
        Optional<ReconciliationRun> last = reconciliations.last(tx, 1).stream().findFirst();
        return new View(
                entries.entries().stream().map(Line::new).toList(),
                next,
                filter,
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
