package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Look.Choice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be reported, and of which time.
record ShowReports() implements Page {

    static final String PATH = "/reports";
    static final String TITLE = "Reports";

    private static final int MONTHS = 12;

    /// @param months the last ones, this one first
    record View(List<Choice> months, LocalDate from, LocalDate until) {}

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
        return Optional.of(new Menu(Menu.Group.BUSINESS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
        View view = new View(months(today), today.withDayOfMonth(1), today);
        return Answer.page(TITLE, out -> JtereportsGenerated.render(out, null, visit.here(), view));
    }

    private static List<Choice> months(LocalDate today) {
        return Stream.iterate(YearMonth.from(today), month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(month -> new Choice(month.toString(), Months.name(month)))
                .toList();
    }
}
