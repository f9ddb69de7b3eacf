package dev.offramp.health;

import dev.offramp.bulletins.StatusIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How everything stands and stood, for everybody.
///
/// @param measuredAt empty before the first turn of an installation
/// @param databaseAwaySince empty while the database answers. While it does not, all else is as it was remembered, and
///     every component is down
/// @param incidents those that are open and the latest of the others, the latest first
public record Report(
        Optional<Instant> measuredAt,
        Optional<Instant> databaseAwaySince,
        List<Line> components,
        List<StatusIncident> incidents) {

    static final Report EMPTY = new Report(Optional.empty(), Optional.empty(), List.of(), List.of());

    private static final String AWAY = "The database does not answer.";

    /// A component.
    ///
    /// @param days the last ninety in order, today last; those without measurement too
    public record Line(Standing standing, List<Day> days) {

        public Component component() {
            return standing.component();
        }
    }

    public Report {
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
    }

    /// The worst of all but the sandbox, or of the sandbox where there is no other money.
    public State overall() {
        boolean hasReal = components.stream()
                .anyMatch(line -> line.component().section() == Section.DEPOSITS
                        || line.component().section() == Section.PAYOUTS);
        return components.stream()
                .filter(line -> !hasReal || line.component().section() != Section.SANDBOX)
                .map(line -> line.standing().state())
                .reduce(databaseAwaySince.isPresent() ? State.DOWN : State.OPERATIONAL, State::or);
    }

    public List<StatusIncident> open() {
        return incidents.stream().filter(StatusIncident::isOpen).toList();
    }

    public List<StatusIncident> resolved() {
        return incidents.stream().filter(incident -> !incident.isOpen()).toList();
    }

    /// The same while the database is away.
    Report away(Instant since) {
        List<Line> down = components.stream()
                .map(line -> new Line(down(line.standing(), since), line.days()))
                .toList();
        return new Report(measuredAt, Optional.of(since), down, incidents);
    }

    private static Standing down(Standing standing, Instant since) {
        Instant from = standing.state() == State.DOWN ? standing.since() : since;
        return new Standing(standing.component(), State.DOWN, AWAY, from, standing.measuredAt());
    }
}
