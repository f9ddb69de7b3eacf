package dev.offramp.bench.webhooks;

import dev.offramp.webhooks.TestReceiver;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

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

    /// From the commit to the arrival, the fastest first, in nanoseconds. An event may arrive before its commit is
    /// known
    /// here.
    long[] latencies() {
        long[] all = new long[arrived.length()];
        Arrays.setAll(all, event -> Math.max(0, arrived.get(event) - written.get(event)));
        Arrays.sort(all);
        return all;
    }

    /// From the first commit to the last arrival.
    double seconds() {
        long last = 0;
        long first = Long.MAX_VALUE;
        for (int event = 0; event < arrived.length(); event++) {
            last = Math.max(last, arrived.get(event));
            first = Math.min(first, written.get(event));
        }
        return (last - first) / 1e9;
    }
}
