package dev.offramp.gates;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Who waits in this process. It saves looking, and nothing depends on it.
final class Crowd {

    private final ConcurrentMap<GateName, CountDownLatch> occupied = new ConcurrentHashMap<>();

    /// A pass of this gate was given to this process.
    ///
    /// @return to be run at its end
    Runnable gather(GateName name) {
        CountDownLatch end = new CountDownLatch(1);
        occupied.put(name, end);
        return () -> {
            occupied.remove(name, end);
            end.countDown();
        };
    }

    /// Waits for `longest`, or less if the pass is in this process and ends.
    ///
    /// @return whether it did
    boolean rest(GateName name, Duration longest) {
        CountDownLatch end = occupied.getOrDefault(name, new CountDownLatch(1));
        try {
            return end.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("given up while waiting for another request", Duration.ofSeconds(1), e);
        }
    }

    /// Whether the gate's pass is in this process.
    boolean isHere(GateName name) {
        return occupied.containsKey(name);
    }
}
