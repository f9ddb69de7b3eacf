package dev.offramp.bench.pages;

import java.util.ArrayList;
import java.util.List;

/// What this process holds on to, from the beginning of something to its end. Single looks find more or less that is
/// under way between server and reader; what is kept for good shows in the difference between its quarters.
final class Heap {

    private final List<Long> live = new ArrayList<>();

    /// Collects what nobody holds, and looks at the rest.
    void look() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        live.add(runtime.totalMemory() - runtime.freeMemory());
    }

    /// The median of the last quarter of looks less that of the first.
    long grownMegabytes() {
        int quarter = Math.max(1, live.size() / 4);
        return median(live.subList(live.size() - quarter, live.size())) - median(live.subList(0, quarter));
    }

    private static long median(List<Long> looks) {
        return looks.stream().sorted().toList().get(looks.size() / 2) >> 20;
    }

    @Override
    public String toString() {
        return "live heap %d MB, at most %d, grown by %d from the first quarter to the last"
                .formatted(
                        median(live),
                        median(List.of(live.stream().max(Long::compare).orElse(0L))),
                        grownMegabytes());
    }
}
