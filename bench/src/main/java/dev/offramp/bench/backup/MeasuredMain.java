package dev.offramp.bench.backup;

import dev.offramp.commands.Main;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/// The program, which says at its end how much of its heap was in use at the most.
final class MeasuredMain {

    static final String PEAK = "peak heap bytes ";

    private MeasuredMain() {}

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(PEAK + peak())));
        Main.main(args);
    }

    /// Of all parts of the heap together, each at its own worst moment: rather too much than too little.
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
