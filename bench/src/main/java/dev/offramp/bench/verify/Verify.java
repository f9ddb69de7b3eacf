package dev.offramp.bench.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Runs seeds one after the other.
public final class Verify {

    /// Things that happen in one seed before everything is brought to its end.
    public static final int STEPS = 250;

    private final PrintStream out;
    private final int steps;
    private final boolean isUntilFailure;

    public Verify(PrintStream out, int steps, boolean isUntilFailure) {
        this.out = out;
        this.steps = steps;
        this.isUntilFailure = isUntilFailure;
    }

    /// @return the seeds that failed
    public List<Long> run(List<Long> seeds) {
        List<Long> failed = new ArrayList<>();
        long startedAt = System.nanoTime();
        int ran = 0;
        for (long seed : seeds) {
            ran++;
            if (!holds(seed)) {
                failed.add(seed);
                if (isUntilFailure) {
                    break;
                }
            }
        }
        out.printf(
                "verify: %d seeds of %d steps, %d failed, %.0f s%n",
                ran, steps, failed.size(), (System.nanoTime() - startedAt) / 1e9);
        return failed;
    }

    /// An invariant that is broken makes a seed fail; an exception that leaves a step makes it fail too, but shows
    /// nothing about the invariants, and so is told in other words.
    private boolean holds(long seed) {
        int step = 0;
        try (World world = new World(seed)) {
            for (; step < steps; step++) {
                world.live();
            }
            world.settle();
            return true;
        } catch (Breach breach) {
            out.printf("seed %d failed at step %d of %d%n  %s%n", seed, step, steps, breach.getMessage());
        } catch (RuntimeException | AssertionError fault) {
            out.printf("seed %d broke down at step %d of %d%n", seed, step, steps);
            fault.printStackTrace(out);
        }
        out.printf("again: ./offramp verify --seed %d --steps %d%n", seed, steps);
        return false;
    }
}
