package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The page of the commands is what the program says of itself. It changes with them, when this is run with
/// `-Dofframp.rewrite=true`.
class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/site/self-hosting/commands.md");

    private static final String INTRODUCTION = """
            # Commands

            Every command of the program, with its options, as its own help says it.

            `./offramp COMMAND` runs one. A command joins the running server through its database: it needs the
            same `OFFRAMP_DATA` or `OFFRAMP_DATABASE_URL`, and the same keys. Where no server runs it starts the
            database alone and stops it again.

            With `--json` standard output holds JSON and nothing else. The exit code is 0 when the command was done, 1
            when it was refused, with one line on standard error that says why, or when a check found faults, 2 when it
            was mistyped, and 70 when it failed by a fault of its own. What takes long says on standard error how far it
            has come.

            Without `--integration` a command is about the sandbox's integration, without `--env` about development.
            """;

    @Test
    void isWhatTheCommandsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("offramp.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("rewrite it with -Dofframp.rewrite=true").hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        line().getSubcommands().values().forEach(command -> append(page, command));
        return page.toString();
    }

    private static void append(StringBuilder page, CommandLine command) {
        String description =
                String.join(" ", command.getCommandSpec().usageMessage().description());
        page.append("\n## %s\n\n%s\n".formatted(command.getCommandName(), description));
        if (command.getSubcommands().isEmpty()) {
            usage(page, command);
        }
        command.getSubcommands().values().forEach(one -> usage(page, one));
    }

    private static void usage(StringBuilder page, CommandLine command) {
        page.append("\n```text\n")
                .append(command.getUsageMessage(Ansi.OFF)
                        .replaceFirst("Usage: ", "")
                        .replaceAll("(?m) +$", ""))
                .append("```\n");
    }

    private static CommandLine line() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        ManualClock clock = new ManualClock();
        Random random = new Random(1);
        Surroundings around = new Surroundings(Map.of(), "ann", clock, random, random, nowhere, nowhere);
        return Main.line(new Desk(around, clock.instant()), "");
    }
}
