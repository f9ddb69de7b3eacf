package dev.offramp.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Tasks under way, and the results of those that have ended.
final class InFlight<R> {

    private final Executor executor;
    private final BlockingQueue<R> results = new LinkedBlockingQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    InFlight(Executor executor) {
        this.executor = executor;
    }

    /// A task that dies without a result is no longer under way either.
    void start(Supplier<R> task) {
        running.incrementAndGet();
        executor.execute(() -> {
            try {
                results.add(task.get());
            } finally {
                running.decrementAndGet();
            }
        });
    }

    int count() {
        return running.get();
    }

    /// The results there are; waits for one up to `patience` while tasks are under way and none has ended.
    List<R> collect(Duration patience) {
        List<R> ended = new ArrayList<>();
        results.drainTo(ended);
        if (ended.isEmpty() && running.get() > 0) {
            await(patience, ended);
        }
        return ended;
    }

    private void await(Duration patience, List<R> ended) {
        try {
            R first = results.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                ended.add(first);
                results.drainTo(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
