package dev.offramp.bench.deposits;

import dev.offramp.jobs.Step;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Where the time goes: how long each step was at work.
final class StageTimes {

    private final PrintStream out;
    private final Duration cpuBefore = cpu();
    private final Map<String, LongAdder> busy = new ConcurrentSkipListMap<>();

    StageTimes(PrintStream out) {
        this.out = out;
    }

    Step timed(Step step) {
        LongAdder total = busy.computeIfAbsent(step.name(), name -> new LongAdder());
        return new Step() {
            @Override
            public String name() {
                return step.name();
            }

            @Override
            public boolean runOnce() {
                long startedAt = System.nanoTime();
                boolean more = step.runOnce();
                total.add(System.nanoTime() - startedAt);
                return more;
            }
        };
    }

    /// Processor time of this process, of all its threads.
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void print(double seconds) {
        out.printf("  java: %.1f s of processor time%n", cpu().minus(cpuBefore).toMillis() / 1e3);
        busy.forEach((name, total) -> out.printf("  %-32s busy %5.1f s of %.1f%n", name, total.sum() / 1e9, seconds));
    }
}
