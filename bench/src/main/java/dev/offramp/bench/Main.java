package dev.offramp.bench;

import dev.offramp.bench.deposits.DepositsBench;
import dev.offramp.bench.verify.Mutants;
import dev.offramp.bench.verify.Verify;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Benchmarks and the seeded simulation.
@Command(
        name = "offramp",
        mixinStandardHelpOptions = true,
        description = "Benchmarks, and the seeded simulation of the whole server.")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Command(name = "verify", description = "Runs seeds of the simulation; exit code 1 when one fails.")
    int verify(
            @Option(names = "--seeds", description = "How many seeds.", defaultValue = "20") int seeds,
            @Option(names = "--from", description = "The first seed; the clock's when absent.") Optional<Long> from,
            @Option(names = "--seed", description = "Just this seed.") Optional<Long> seed,
            @Option(names = "--steps", description = "Things that happen in each.", defaultValue = "" + Verify.STEPS)
                    int steps,
            @Option(names = "--until-failure", description = "Stops at the first seed that fails.")
                    boolean untilFailure,
            @Option(names = "--known", description = "Also every seed that ever failed.") boolean known,
            @Option(names = "--mutants", description = "Plants each known mistake and runs until it is caught.")
                    boolean mutants,
            @Option(names = "--sources", description = "Folder of the repository.", defaultValue = ".") Path sources) {
        if (mutants) {
            return new Mutants(sources, System.out).areAllCaught() ? 0 : 1;
        }
        long first = from.orElseGet(() -> System.currentTimeMillis() / 1000);
        List<Long> chosen = seed.map(List::of)
                .orElseGet(() -> LongStream.range(first, first + seeds).boxed().toList());
        List<Long> all = known
                ? java.util.stream.Stream.concat(KnownSeeds.ALL.stream(), chosen.stream())
                        .toList()
                : chosen;
        System.out.printf("verify: seeds from %d%n", all.getFirst());
        return new Verify(System.out, steps, untilFailure).run(all).isEmpty() ? 0 : 1;
    }

    @Command(name = "bench", description = "Measures, and prints what it measured.")
    int bench(
            @CommandLine.Parameters(paramLabel = "WHAT", description = "deposits") String what,
            @Option(names = "--deposits", description = "How many in each run.", defaultValue = "20000") int deposits,
            @Option(names = "--tenants", description = "Tenants of the spread run.", defaultValue = "50") int tenants,
            @Option(names = "--connections", description = "Database connections.", defaultValue = "8")
                    int connections) {
        if (!what.equals("deposits")) {
            System.err.println("offramp: there is no benchmark " + what + "; there is: deposits");
            return 2;
        }
        new DepositsBench(System.out, deposits, connections).run(tenants);
        return 0;
    }
}
