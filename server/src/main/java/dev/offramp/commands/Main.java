package dev.offramp.commands;

import dev.offramp.app.Surroundings;
import dev.offramp.db.StartRefused;
import dev.offramp.db.Trouble;
import dev.offramp.secrets.UnusableKey;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// The program.
@Command(
        name = "offramp",
        description = "A self-hosted crypto off-ramp that speaks the Breet v1 API.",
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, with one line that says why; or a check found faults",
            "2:mistyped",
            "70:failed by a fault of its own"
        },
        footer = {
            "",
            "offramp help COMMAND, or COMMAND --help, says how a command is used.",
            "Settings are environment variables: see /docs/self-hosting/settings."
        })
public final class Main {

    private static final int REFUSED = 1;
    private static final int MISTYPED = 2;
    private static final int FAILED = 70;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say how it is used.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Say which version it is.")
    private boolean version;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Surroundings.system(), args));
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    static int run(Surroundings around, String... args) {
        CommandLine line = line(new Desk(around, around.clock().instant()), args.length == 0 ? "" : args[0]);
        line.setOut(new PrintWriter(around.out(), true));
        line.setErr(new PrintWriter(around.err(), true));
        line.setParameterExceptionHandler(Main::mistyped);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return line.execute(asked(args));
    }

    /// `help COMMAND` is `COMMAND --help`, and so is nothing at all.
    private static String[] asked(String... args) {
        if (args.length > 0 && !args[0].equals("help")) {
            return args;
        }
        return Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help")).toArray(String[]::new);
    }

    /// The command that is asked for, or all where that must be found out: looking at every command's options is a
    /// tenth of the server's start.
    static CommandLine line(Desk desk, String first) {
        Map<String, Supplier<CommandLine>> all = commands(desk);
        CommandLine line = new CommandLine(new Main());
        Stream.of(first)
                .filter(all::containsKey)
                .findFirst()
                .map(Set::of)
                .orElse(all.keySet())
                .forEach(name -> line.addSubcommand(name, all.get(name).get()));
        Conversions.register(line);
        return line;
    }

    private static Map<String, Supplier<CommandLine>> commands(Desk desk) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new CommandLine(new RunCommand(desk)));
        commands.put("demo", () -> new CommandLine(new DemoCommand(desk)));
        commands.put("listen", () -> new CommandLine(new ListenCommand(desk)));
        commands.put("trigger", () -> new CommandLine(new TriggerCommand(desk)));
        commands.put(
                "integrations",
                () -> new CommandLine(new IntegrationsCommand(desk)).addSubcommand(new SetCommand(desk)));
        commands.put("credentials", () -> new CommandLine(new CredentialsCommand(desk)));
        commands.put("people", () -> new CommandLine(new PeopleCommand(desk)));
        commands.put(
                "webhooks",
                () -> new CommandLine(new WebhooksCommand(desk))
                        .addSubcommand(new ResendCommand(desk))
                        .addSubcommand(new ReplayCommand(desk)));
        commands.put("settlement", () -> new CommandLine(new SettlementCommand(desk)));
        commands.put("withdrawals", () -> new CommandLine(new WithdrawalsCommand(desk)));
        commands.put("hotwallets", () -> new CommandLine(new HotWalletsCommand(desk)));
        commands.put("rates", () -> new CommandLine(new RatesCommand(desk)));
        commands.put("deposits", () -> new CommandLine(new DepositsCommand(desk)).addSubcommand(new FindCommand(desk)));
        commands.put("incidents", () -> new CommandLine(new IncidentsCommand(desk)));
        commands.put(
                "status", () -> new CommandLine(new StatusCommand()).addSubcommand(new StatusIncidentCommand(desk)));
        commands.put("chains", () -> new CommandLine(new ChainsCommand(desk)));
        commands.put("sandbox", () -> new CommandLine(new SandboxCommand(desk)));
        commands.put("books", () -> new CommandLine(new BooksCommand(desk)));
        commands.put("audit", () -> new CommandLine(new AuditCommand(desk)));
        commands.put("figures", () -> new CommandLine(new FiguresCommand(desk)));
        commands.put("trail", () -> new CommandLine(new TrailCommand(desk)));
        commands.put("check", () -> new CommandLine(new CheckCommand(desk)));
        commands.put("backup", () -> new CommandLine(new BackupCommand(desk)));
        commands.put("restore", () -> new CommandLine(new RestoreCommand(desk)));
        commands.put("seed", () -> new CommandLine(new SeedCommand(desk)));
        commands.put("completion", () -> new CommandLine(new CompletionCommand(desk)));
        return commands;
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
