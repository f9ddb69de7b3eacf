package dev.offramp.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./offramp bench …` and `./offramp verify …`.
@Command(
        name = "offramp",
        mixinStandardHelpOptions = true,
        description = "Benchmarks, and the seeded simulation of the whole server.",
        subcommands = {BenchCommand.class, VerifyCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
