package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.bulletins.IncidentChange;
import dev.offramp.bulletins.IncidentId;
import dev.offramp.bulletins.Stage;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `status incident`: incidents as everybody reads them.
@Command(
        name = "incident",
        description = "Incidents on the status page. Each change is told to all who subscribed.",
        synopsisSubcommandLabel = "COMMAND")
final class StatusIncidentCommand {

    private static final int LISTED = 50;

    private static final String STAGES = "investigating, identified or monitoring";

    private final Desk desk;

    StatusIncidentCommand(Desk desk) {
        this.desk = desk;
    }

    /// Where an incident can be that is not over, as it is typed.
    static final class OpenStages implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Stage.values())
                    .filter(stage -> stage != Stage.RESOLVED)
                    .map(Stage::code)
                    .iterator();
        }
    }

    /// What a change says.
    static final class Said {

        @Option(
                names = "--text",
                required = true,
                paramLabel = "TEXT",
                description = "For everybody: what is known, or what it was.")
        private String text = "";

        private String text() {
            return text.strip();
        }
    }

    private record Listed(
            String id,
            String title,
            List<String> components,
            String stage,
            String lastSaid,
            Instant beganAt,
            Optional<Instant> resolvedAt) {}

    @Command(description = "The latest, open or not, newest first.")
    int list(@Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> platform.bulletins().last(tx, LISTED)).stream()
                        .map(StatusIncidentCommand::listed)
                        .toList());
    }

    private static Listed listed(StatusIncident incident) {
        return new Listed(
                incident.id().toString(),
                incident.title(),
                incident.components(),
                incident.latest().stage().code(),
                incident.latest().text(),
                incident.beganAt(),
                incident.resolvedAt());
    }

    @Command(description = "Write a new one, which begins now.")
    int open(
            @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What people notice.")
                    String title,
            @Option(
                            names = "--component",
                            required = true,
                            paramLabel = "CODE",
                            description =
                                    "What it is about, as in /status.json: api, deposits.ethereum. May be repeated.")
                    List<String> components,
            @Option(
                            names = "--stage",
                            paramLabel = "STAGE",
                            defaultValue = "investigating",
                            completionCandidates = OpenStages.class,
                            description = STAGES + "; the first without it.")
                    Stage stage,
            @Mixin Said said,
            @Mixin JsonOption json) {
        return change(
                json,
                Action.STATUS_INCIDENT_OPENED,
                (platform, tx) -> platform.health().open(tx, title.strip(), components, stage, said.text()));
    }

    @Command(description = "Say more of an open one.")
    int update(
            @Parameters(paramLabel = "ID") ObjectId id,
            @Option(
                            names = "--stage",
                            required = true,
                            paramLabel = "STAGE",
                            completionCandidates = OpenStages.class,
                            description = STAGES + ".")
                    Stage stage,
            @Mixin Said said,
            @Mixin JsonOption json) {
        return say(id, stage, said, json, Action.STATUS_INCIDENT_UPDATED);
    }

    @Command(description = "Say that one is over.")
    int resolve(@Parameters(paramLabel = "ID") ObjectId id, @Mixin Said said, @Mixin JsonOption json) {
        return say(id, Stage.RESOLVED, said, json, Action.STATUS_INCIDENT_RESOLVED);
    }

    private int say(ObjectId id, Stage stage, Said said, JsonOption json, Action action) {
        return change(
                json,
                action,
                (platform, tx) -> platform.bulletins().update(tx, new IncidentId(id), stage, said.text()));
    }

    private int change(JsonOption json, Action action, BiFunction<Platform, Transaction, IncidentChange> change) {
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    StatusIncident incident = done(change.apply(platform, tx));
                    Details told = Details.of("title", incident.title())
                            .with("text", incident.latest().text());
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(action, Subject.Kind.STATUS_INCIDENT, incident.id())
                                            .after(told));
                    return listed(incident);
                }));
    }

    private static StatusIncident done(IncidentChange outcome) {
        return switch (outcome) {
            case IncidentChange.Done(StatusIncident incident) -> incident;
            case IncidentChange.NoSuchIncident _ -> throw new CommandRefused("there is no such incident");
            case IncidentChange.ResolvedAlready _ ->
                throw new CommandRefused("it was resolved before: what comes later is another incident");
            case IncidentChange.NoSuchComponent(String code) ->
                throw new CommandRefused("no component " + code + " is measured: see /status.json");
        };
    }
}
