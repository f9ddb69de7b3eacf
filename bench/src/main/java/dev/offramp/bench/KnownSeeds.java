package dev.offramp.bench;

import java.util.List;

/// Every seed that ever failed. So far: skipped settlements, of which no integrator is told.
final class KnownSeeds {

    static final List<Long> ALL = List.of(1796008545L, 1796008546L, 1796008552L);

    private KnownSeeds() {}
}
