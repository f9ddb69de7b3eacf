package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Entries;
import dev.offramp.trail.Entry;
import dev.offramp.trail.Subject;
import dev.offramp.trail.Trail;
import dev.offramp.trail.TrailQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The audit log of a business, of both environments: who did what, from where, before and after.
record ShowTrail(Trail trail) implements Page {

    private static final int SHOWN_MAX = 50;

    /// What the page shows.
    ///
    /// @param path of the page
    /// @param next where older entries are; empty when there are none
    record View(List<Line> lines, String path, Optional<String> next, Filter filter) {}

    /// An entry in a line.
    record Line(Entry entry) {

        String from() {
            return entry.from().orElse("");
        }

        String environment() {
            return entry.concern().environment().map(Environment::code).orElse("both");
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

        TrailQuery asked(IntegrationId business) {
            return new TrailQuery(
                    Optional.of(business),
                    query.text("in").flatMap(Environment::parse),
                    query.text("actor"),
                    query.text("action").flatMap(Action::parse),
                    query.text("kind").flatMap(Subject.Kind::parse),
                    query.text("subject"),
                    day("from").map(Filter::begin),
                    day("until").map(last -> begin(last.plusDays(1))));
        }

        private Optional<LocalDate> day(String name) {
            try {
                return query.text(name).map(LocalDate::parse);
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        private static Instant begin(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
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
        return Route.get(Route.BUSINESS + "/trail");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.BUSINESS, "Audit log"));
    }

    @Override
    public Answer answer(Visit visit) {
        Filter filter = new Filter(visit.query());
        Entries entries = visit.view(
                tx -> trail.list(tx, filter.asked(visit.tenant().integration()), filter.before(), SHOWN_MAX));
        String path = visit.here().path("/trail");
        View view = new View(
                entries.entries().stream().map(Line::new).toList(), path, next(path, filter, entries.next()), filter);
        return Answer.page("Audit log", out -> JtetrailGenerated.render(out, null, view));
    }

    private static Optional<String> next(String path, Filter filter, OptionalLong before) {
        return before.isPresent()
                ? Optional.of(path
                        + filter.query()
                                .with("before", String.valueOf(before.getAsLong()))
                                .written())
                : Optional.empty();
    }
}
