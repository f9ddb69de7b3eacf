package dev.offramp.bench.webhooks;

import dev.offramp.webhooks.TestReceiver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// When events were written, and when they arrived first. An event's body is its number.
final class Arrivals {

    private final AtomicLongArray written;
    private final AtomicLongArray arrived;
    private final CountDownLatch missing;

    Arrivals(int events) {
        written = new AtomicLongArray(events);
        arrived = new AtomicLongArray(events);
        missing = new CountDownLatch(events);
    }

    void written(int first, int end) {
        long now = System.nanoTime();
        for (int event = first; event < end; event++) {
            written.set(event, now);
        }
    }

    void arrived(TestReceiver.Request request) {
        if (arrived.compareAndSet(Integer.parseInt(request.text()), 0, System.nanoTime())) {
            missing.countDown();
        }
    }

    void await(long seconds) {
        try {
            if (!missing.await(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException(missing.getCount() + " events have not arrived");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return arrived.length();
    }

    /// From the commit to the arrival. An event may arrive before its commit is known here.
    double meanMillis() {
        return IntStream.range(0, count())
                        .mapToLong(event -> Math.max(0, arrived.get(event) - written.get(event)))
                        .average()
                        .orElseThrow()
                / 1e6;
    }

    /// Until the last arrival.
    double secondsSince(long nanoTime) {
        return IntStream.range(0, count())
                        .mapToLong(event -> arrived.get(event) - nanoTime)
                        .max()
                        .orElseThrow()
                / 1e9;
    }
}
