package dev.offramp.bench.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plants each known mistake in a copy of the sources it touches and runs the simulation against it, in a process of
/// its own. A simulation that lets one pass proves nothing.
public final class Mutants {

    /// Seeds tried, after those known to catch it, before a mutant counts as not caught.
    private static final long SEEDS = 40;

    /// As [Verify] tells of a broken invariant. An exception is none: any test would see it.
    private static final Pattern FAILED = Pattern.compile("seed (\\d+) failed at step (\\d+) .*\\R\\s*(.*)");

    private final Path sources;
    private final PrintStream out;

    public Mutants(Path sources, PrintStream out) {
        this.sources = sources;
        this.out = out;
    }

    /// @param named part of the names of those to run
    public boolean areAllCaught(String named) {
        boolean all = true;
        try {
            for (Map.Entry<Mutant, Map<String, String>> each : fitted(named).entrySet()) {
                all &= isCaught(each.getKey(), each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// All of them first: one that no longer fits should not be found out after minutes.
    private Map<Mutant, Map<String, String>> fitted(String named) throws IOException {
        Map<Mutant, Map<String, String>> fitted = new LinkedHashMap<>();
        for (Mutant mutant : Mistakes.ALL) {
            if (mutant.name().contains(named)) {
                fitted.put(mutant, mutant.changed(sources));
            }
        }
        if (fitted.isEmpty()) {
            throw new IllegalArgumentException("no mutant is named \"" + named + "\"");
        }
        return fitted;
    }

    private boolean isCaught(Mutant mutant, Map<String, String> changed) throws IOException {
        long startedAt = System.nanoTime();
        try (PlantedMutant planted = new PlantedMutant(changed)) {
            String printed = planted.verify(seeds(mutant));
            Matcher failed = FAILED.matcher(printed);
            boolean caught = failed.find();
            String how = caught
                    ? "caught by seed " + failed.group(1) + " at step " + failed.group(2) + ": " + failed.group(3)
                    : "NOT CAUGHT\n" + printed;
            out.printf("mutant \"%s\" (%.0f s): %s%n", mutant.name(), (System.nanoTime() - startedAt) / 1e9, how);
            return caught;
        }
    }

    private static List<Long> seeds(Mutant mutant) {
        Set<Long> seeds = new LinkedHashSet<>(mutant.seeds());
        for (long seed = 1; seed <= SEEDS; seed++) {
            seeds.add(seed);
        }
        return List.copyOf(seeds);
    }
}
