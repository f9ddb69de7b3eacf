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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private final Desk desk;

    StatusIncidentCommand(Desk desk) {
        this.desk = desk;
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
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What is known, for everybody.")
                    String text,
            @Option(
                            names = "--stage",
                            paramLabel = "STAGE",
                            defaultValue = "investigating",
                            description = "investigating, identified or monitoring; the first without it.")
                    String stage,
            @Mixin JsonOption json) {
        Stage open = Stage.parse(stage)
                .filter(its -> its != Stage.RESOLVED)
                .orElseThrow(() -> new CommandRefused(stage + " is not investigating, identified or monitoring"));
        return change(
                json,
                platform -> tx -> platform.health().open(tx, title.strip(), components, open, text.strip()),
                Action.STATUS_INCIDENT_OPENED);
    }

    @Command(description = "Say more of an open one.")
    int update(
            @Parameters(paramLabel = "ID") ObjectId id,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What is known, for everybody.")
                    String text,
            @Option(
                            names = "--stage",
                            required = true,
                            paramLabel = "STAGE",
                            description = "investigating, identified or monitoring.")
                    String stage,
            @Mixin JsonOption json) {
        Stage open = Stage.parse(stage)
                .filter(its -> its != Stage.RESOLVED)
                .orElseThrow(() -> new CommandRefused(stage + " is not investigating, identified or monitoring"));
        return change(
                json,
                platform -> tx -> platform.bulletins().update(tx, new IncidentId(id), open, text.strip()),
                Action.STATUS_INCIDENT_UPDATED);
    }

    @Command(description = "Say that one is over.")
    int resolve(
            @Parameters(paramLabel = "ID") ObjectId id,
            @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What it was, for everybody.")
                    String text,
            @Mixin JsonOption json) {
        return change(
                json,
                platform -> tx -> platform.bulletins().update(tx, new IncidentId(id), Stage.RESOLVED, text.strip()),
                Action.STATUS_INCIDENT_RESOLVED);
    }

    private int change(
            JsonOption json, Function<Platform, Function<Transaction, IncidentChange>> change, Action action) {
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    StatusIncident incident = done(change.apply(platform).apply(tx));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(action, Subject.Kind.STATUS_INCIDENT, incident.id())
                                            .after(Details.of("title", incident.title())
                                                    .with(
                                                            "text",
                                                            incident.latest().text())));
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
