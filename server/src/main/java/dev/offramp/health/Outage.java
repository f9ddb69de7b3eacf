package dev.offramp.health;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Since when this process has found the database away. In memory, for there is nowhere else to keep it; what was not
/// booked before the process ended was not measured.
final class Outage {

    private final AtomicReference<Optional<Instant>> since = new AtomicReference<>(Optional.empty());

    /// @return whether it has just begun
    boolean began(Instant at) {
        return since.getAndUpdate(known -> known.isPresent() ? known : Optional.of(at))
                .isEmpty();
    }

    Optional<Instant> since() {
        return since.get();
    }

    void booked() {
        since.set(Optional.empty());
    }
}
