package dev.offramp.dashboard.part;

import dev.offramp.dashboard.Query;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import dev.offramp.trail.TrailQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was asked of the audit log, to be shown again.
public record TrailFilter(Query query) {

    public String text(String name) {
        return query.text(name).orElse("");
    }

    public boolean is(String name, String value) {
        return text(name).equals(value);
    }

    public List<Action> actions() {
        return Arrays.asList(Action.values());
    }

    public List<Subject.Kind> kinds() {
        return Arrays.asList(Subject.Kind.values());
    }

    /// @param business whose entries alone; empty for everybody's
    public TrailQuery asked(Optional<IntegrationId> business) {
        return new TrailQuery(
                business,
                query.text("in").flatMap(Environment::parse),
                query.text("actor"),
                query.text("action").flatMap(Action::parse),
                query.text("kind").flatMap(Subject.Kind::parse),
                query.text("subject"),
                day("from").map(TrailFilter::begin),
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

    /// The entry that those asked for are older than.
    public OptionalLong before() {
        return query.text("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
