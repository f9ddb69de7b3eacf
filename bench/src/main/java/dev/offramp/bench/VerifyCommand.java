package dev.offramp.bench;

import dev.offramp.bench.verify.Mutants;
import dev.offramp.bench.verify.Verify;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Runs seeds of the simulation; exit code 1 when one fails.")
final class VerifyCommand implements Callable<Integer> {

    private static final long CLOCK = Long.MIN_VALUE;

    @Option(names = "--seeds", description = "How many seeds.", defaultValue = "20")
    private int seeds;

    @Option(names = "--from", description = "The first seed; the clock's when absent.")
    private long from = CLOCK;

    @Option(names = "--seed", split = ",", description = "Just this seed, or these, parted by commas.")
    private List<Long> just = List.of();

    @Option(names = "--steps", description = "Things that happen in each.", defaultValue = "" + Verify.STEPS)
    private int steps;

    @Option(names = "--until-failure", description = "Stops at the first seed that fails.")
    private boolean untilFailure;

    @Option(names = "--known", description = "Also every seed that ever failed.")
    private boolean known;

    @Option(
            names = "--mutants",
            arity = "0..1",
            fallbackValue = "",
            description = "Plants each known mistake (whose name contains this) and runs until it is caught.")
    private Optional<String> mutants = Optional.empty();

    @Option(names = "--sources", description = "Folder of the repository.", defaultValue = ".")
    private Path sources = Path.of(".");

    @Option(names = "--with-parent", hidden = true, description = "Ends with the process that started it.")
    private boolean isBoundToParent;

    @Override
    public Integer call() {
        if (isBoundToParent) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        }
        if (mutants.isPresent()) {
            return new Mutants(sources, System.out).areAllCaught(mutants.get()) ? 0 : 1;
        }
        List<Long> chosen = chosen();
        System.out.printf("verify: %d seeds, %d to %d%n", chosen.size(), chosen.getFirst(), chosen.getLast());
        return new Verify(System.out, steps, untilFailure).run(chosen).isEmpty() ? 0 : 1;
    }

    private List<Long> chosen() {
        List<Long> chosen = new ArrayList<>(known ? KnownSeeds.ALL : List.of());
        if (!just.isEmpty()) {
            chosen.addAll(just);
            return chosen;
        }
        long first = from == CLOCK ? System.currentTimeMillis() / 1000 : from;
        for (int i = 0; i < seeds; i++) {
            chosen.add(first + i);
        }
        return chosen;
    }
}
