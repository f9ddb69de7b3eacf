package dev.offramp.status;

import dev.offramp.bulletins.StatusIncident;
import dev.offramp.health.Report;
import dev.offramp.wire.Json;
import java.util.List;
import java.util.Optional;

/// The page for programs. Keys are only ever added.
///
/// @param state of everything but the sandbox
/// @param database `answers`, or `away`
record StatusJson(
        String state,
        String words,
        Optional<String> measuredAt,
        String database,
        Optional<String> databaseAwaySince,
        List<ComponentJson> components,
        List<IncidentJson> incidents) {

    record ComponentJson(
            String id, String section, String name, String state, String words, String since, List<DayJson> days) {}

    /// Seconds in each state; what is missing to a whole day was not measured.
    record DayJson(String day, int operational, int degraded, int down) {}

    record IncidentJson(
            String id,
            String title,
            List<String> components,
            String stage,
            String beganAt,
            Optional<String> resolvedAt,
            List<UpdateJson> updates) {}

    record UpdateJson(int number, String stage, String text, String at) {}

    static byte[] bytes(Report report) {
        return Json.bytes(of(report));
    }

    private static StatusJson of(Report report) {
        return new StatusJson(
                report.overall().code(),
                Scene.headline(report),
                report.measuredAt().map(Object::toString),
                report.databaseAwaySince().isPresent() ? "away" : "answers",
                report.databaseAwaySince().map(Object::toString),
                report.components().stream().map(StatusJson::component).toList(),
                report.incidents().stream().map(StatusJson::incident).toList());
    }

    private static ComponentJson component(Report.Line line) {
        return new ComponentJson(
                line.component().code(),
                line.component().section().title(),
                line.component().name(),
                line.standing().state().code(),
                line.standing().words(),
                line.standing().since().toString(),
                line.days().stream()
                        .map(day -> new DayJson(day.day().toString(), day.operational(), day.degraded(), day.down()))
                        .toList());
    }

    private static IncidentJson incident(StatusIncident incident) {
        return new IncidentJson(
                incident.id().toString(),
                incident.title(),
                incident.components(),
                incident.latest().stage().code(),
                incident.beganAt().toString(),
                incident.resolvedAt().map(Object::toString),
                incident.updates().stream()
                        .map(update -> new UpdateJson(
                                update.number(),
                                update.stage().code(),
                                update.text(),
                                update.at().toString()))
                        .toList());
    }
}
