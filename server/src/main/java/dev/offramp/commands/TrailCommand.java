package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Entry;
import dev.offramp.trail.Head;
import dev.offramp.trail.TrailQuery;
import dev.offramp.trail.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `trail`: the audit log.
@Command(
        name = "trail",
        description = "The audit log: who changed what, and whether it is still as it was recorded.",
        synopsisSubcommandLabel = "COMMAND")
final class TrailCommand {

    private final Desk desk;

    TrailCommand(Desk desk) {
        this.desk = desk;
    }

    /// Which entries are wanted.
    private static final class Filter {

        @Option(names = "--integration", paramLabel = "NAME|ID", description = "Those of one integration.")
        private Optional<String> integration = Optional.empty();

        @Option(names = "--env", paramLabel = "ENVIRONMENT", description = "Those of development, or of production.")
        private Optional<Environment> environment = Optional.empty();

        @Option(
                names = "--actor",
                paramLabel = "WHO",
                description = "An e-mail address, an app id, or a user of the command line.")
        private Optional<String> actor = Optional.empty();

        @Option(names = "--action", paramLabel = "ACTION", description = "Such as credential.created.")
        private Optional<String> action = Optional.empty();

        @Option(names = "--subject", paramLabel = "ID", description = "What was changed: an id, an app id, a pair.")
        private Optional<String> subject = Optional.empty();

        @Option(names = "--within", paramLabel = "TIME", description = "The last 30m, 24h, 7d.")
        private Optional<Duration> within = Optional.empty();

        TrailQuery query(Platform platform) {
            return new TrailQuery(
                    integration.map(name -> platform.tenancy()
                            .find(name)
                            .orElseThrow(() -> new CommandRefused("no integration is called " + name))
                            .id()),
                    environment,
                    actor,
                    action.map(code ->
                            Action.parse(code).orElseThrow(() -> new CommandRefused("there is no action " + code))),
                    Optional.empty(),
                    subject,
                    within.map(span -> platform.clock().instant().minus(span)),
                    Optional.empty());
        }
    }

    private record Listed(
            long number,
            Instant at,
            String actor,
            String action,
            String subject,
            Optional<String> integration,
            Optional<String> environment,
            Optional<String> from,
            Optional<String> requestId,
            Map<String, String> before,
            Map<String, String> after) {}

    @Command(description = "The latest entries, newest first.")
    int list(
            @Option(
                            names = "--max",
                            paramLabel = "COUNT",
                            defaultValue = "50",
                            description = "At most so many; 50 without it.")
                    int max,
            @Mixin Filter filter,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            TrailQuery query = filter.query(platform);
            Map<IntegrationId, String> names = platform.tenancy().integrations().stream()
                    .collect(Collectors.toMap(Integration::id, Integration::name));
            List<Entry> entries = platform.db()
                    .transact(tx -> platform.trail().list(tx, query, OptionalLong.empty(), max))
                    .entries();
            return entries.stream().map(entry -> listed(names, entry)).toList();
        });
    }

    private static Listed listed(Map<IntegrationId, String> names, Entry entry) {
        return new Listed(
                entry.number(),
                entry.at(),
                entry.actor().words(),
                entry.action(),
                entry.subjectWords(),
                entry.concern().integration().map(id -> names.getOrDefault(id, id.toString())),
                entry.concern().environment().map(Environment::code),
                entry.from(),
                entry.requestId(),
                entry.before().values(),
                entry.after().values());
    }

    private record Whole(boolean isWhole, long entries, String head) {}

    private record Broken(boolean isWhole, long entry, String fault) {}

    @Command(
            description = "Hold every entry against its hash, the entry before it and the head. Exit code 1 and the"
                    + " first broken entry when the log is not as it was recorded.")
    int verify(
            @Option(
                            names = "--noted",
                            paramLabel = "HEAD",
                            description = "A head that verify, the server's log or the dashboard showed earlier: it"
                                    + " must still be part of the log. Only this notices a log that was set back as a"
                                    + " whole.")
                    Optional<String> noted,
            @Mixin JsonOption json) {
        Optional<Head> head = noted.map(text -> Head.parse(text)
                .orElseThrow(() -> new CommandRefused(text + " is no head such as 12-9f86d081884c7d65")));
        return switch (desk.open(installation -> installation.platform().trail().verify(head))) {
            case Verdict.Whole(Head end) ->
                desk.print(
                        json.on(),
                        json.on()
                                ? new Whole(true, end.number(), end.toString())
                                : "the audit log is whole: %d entries, head %s".formatted(end.number(), end));
            case Verdict.Broken(long number, Verdict.Fault fault) -> {
                String line = "entry " + number + " " + fault.words();
                desk.print(json.on(), json.on() ? new Broken(false, number, line) : line);
                yield 1;
            }
        };
    }
}
