package dev.offramp.operations;

import java.time.Instant;
import java.util.List;

/// What came of one reconciliation.
public record ReconciliationRun(long id, Instant startedAt, Instant endedAt, List<Check> checks) {

    public boolean isSound() {
        return checks.stream().allMatch(Check::isSound);
    }

    public int faultCount() {
        return checks.stream().mapToInt(Check::faultCount).sum();
    }
}
