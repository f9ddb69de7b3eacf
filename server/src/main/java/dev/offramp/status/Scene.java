package dev.offramp.status;

import dev.offramp.bulletins.StatusIncident;
import dev.offramp.health.Report;
import dev.offramp.health.Section;
import dev.offramp.health.Standing;
import dev.offramp.health.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the page shows.
///
/// @param away a sentence, while the database is away
/// @param measured when, in words
/// @param takesMail whether letters are sent
record Scene(
        State overall,
        String headline,
        Optional<String> away,
        String measured,
        List<Group> groups,
        List<Told> open,
        List<Told> past,
        boolean takesMail) {

    /// Components under a heading.
    record Group(String title, List<Line> lines) {}

    /// A component.
    record Line(String name, State state, String words, String since, Bars bars) {

        static Line of(Report.Line line) {
            Standing standing = line.standing();
            return new Line(
                    standing.component().name(),
                    standing.state(),
                    standing.words(),
                    Times.of(standing.since()),
                    Bars.of(line.days()));
        }
    }

    /// An incident.
    ///
    /// @param about names of components
    record Told(String id, String title, String began, String about, List<Said> said) {}

    /// What was said of it.
    record Said(String stage, String text, String at) {}

    static Scene of(Report report, boolean takesMail) {
        Map<String, String> names = names(report);
        return new Scene(
                report.overall(),
                headline(report),
                report.databaseAwaySince()
                        .map(since -> "The database has not answered since " + Times.of(since)
                                + ". What is not about now is as it was remembered."),
                report.measuredAt().map(at -> "Measured " + Times.of(at)).orElse("Not measured yet"),
                groups(report),
                report.open().stream().map(its -> told(its, names)).toList(),
                report.resolved().stream().map(its -> told(its, names)).toList(),
                takesMail);
    }

    static String headline(Report report) {
        if (report.measuredAt().isEmpty() && report.databaseAwaySince().isEmpty()) {
            return "Nothing was measured yet";
        }
        return switch (report.overall()) {
            case OPERATIONAL -> "Everything works";
            case DEGRADED -> "Some things do not work as they should";
            case DOWN -> "Something is down";
        };
    }

    static Map<String, String> names(Report report) {
        return report.components().stream()
                .collect(Collectors.toMap(
                        line -> line.component().code(),
                        line -> line.component().name()));
    }

    private static List<Group> groups(Report report) {
        return Arrays.stream(Section.values())
                .map(section -> new Group(
                        section.title(),
                        report.components().stream()
                                .filter(line -> line.component().section() == section)
                                .map(Line::of)
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static Told told(StatusIncident incident, Map<String, String> names) {
        return new Told(
                incident.id().toString(),
                incident.title(),
                Times.of(incident.beganAt()),
                about(incident, names),
                incident.updates().reversed().stream()
                        .map(update -> new Said(update.stage().words(), update.text(), Times.of(update.at())))
                        .toList());
    }

    /// Of very many no list.
    private static String about(StatusIncident incident, Map<String, String> names) {
        List<String> known = incident.components().stream()
                .map(code -> names.getOrDefault(code, code))
                .toList();
        return known.size() > 1 && known.size() >= names.size() ? "Everything" : String.join(", ", known);
    }
}
