package dev.offramp.commands;

import dev.offramp.app.Surroundings;
import dev.offramp.db.StartRefused;
import dev.offramp.db.Trouble;
import dev.offramp.secrets.UnusableKey;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program.
@Command(
        name = "offramp",
        description = "A self-hosted crypto off-ramp that speaks the Breet v1 API.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Settings are environment variables: see docs/operate/settings.md."})
public final class Main {

    private static final int REFUSED = 1;
    private static final int MISTYPED = 2;
    private static final int FAILED = 70;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Surroundings.system(), args));
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    static int run(Surroundings around, String... args) {
        CommandLine line = line(new Desk(around));
        line.setOut(new PrintWriter(around.out(), true));
        line.setErr(new PrintWriter(around.err(), true));
        line.setParameterExceptionHandler(Main::mistyped);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return line.execute(args.length == 0 ? new String[] {"help"} : args);
    }

    private static CommandLine line(Desk desk) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new RunCommand(desk))
                .addSubcommand(new DemoCommand(desk))
                .addSubcommand(new IntegrationsCommand(desk))
                .addSubcommand(new WebhooksCommand(desk))
                .addSubcommand(new SettlementCommand(desk))
                .addSubcommand(new RatesCommand(desk))
                .addSubcommand(new DepositsCommand(desk))
                .addSubcommand(new SandboxCommand(desk))
                .addSubcommand(new BooksCommand(desk))
                .addSubcommand(new AuditCommand(desk))
                .addSubcommand(new HelpCommand());
        Conversions.register(line);
        return line;
    }

    private static int mistyped(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("offramp: " + e.getMessage());
        err.println("offramp: see ./offramp help, or add --help to the command");
        return MISTYPED;
    }

    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        Optional<String> reason = reason(e);
        if (reason.isPresent()) {
            err.println("offramp: " + reason.get());
            return REFUSED;
        }
        err.println("offramp: failed by a fault of its own");
        e.printStackTrace(err);
        return FAILED;
    }

    /// The line to show for what is no bug.
    private static Optional<String> reason(Exception e) {
        return switch (e) {
            case CommandRefused refused -> Optional.of(refused.getMessage());
            case StartRefused refused -> Optional.of(refused.getMessage());
            case UnusableKey unusable -> Optional.of(unusable.getMessage());
            case Trouble trouble -> Optional.of(trouble.getMessage());
            default -> Optional.empty();
        };
    }

    /// What the build wrote into the program's manifest.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Offramp " + number()};
        }

        static String number() {
            return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("(not built)");
        }
    }
}
