package dev.offramp.jobs;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs each step in a thread of its own until closed. Closing lets every step finish its turn.
public final class Loops implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
    private static final Duration BACKOFF_FIRST = Duration.ofMillis(500);
    private static final Duration BACKOFF_LAST = Duration.ofSeconds(30);

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final TurnWatch watch;

    /// Loops whose turns nobody is told of.
    public Loops() {
        this(TurnWatch.NOBODY);
    }

    public Loops(LoopBook book) {
        this((TurnWatch) book);
    }

    private Loops(TurnWatch watch) {
        this.watch = watch;
    }

    /// Starts a loop that rests for `rest` whenever its step found nothing more to do.
    public void start(Step step, Duration rest) {
        threads.add(Thread.ofVirtual().name(step.name()).start(() -> loop(step, rest)));
    }

    private void loop(Step step, Duration rest) {
        Duration backoff = BACKOFF_FIRST;
        while (stopping.getCount() > 0) {
            Duration wait;
            watch.began(step.name());
            try {
                wait = step.runOnce() ? Duration.ZERO : rest;
                watch.ended(step.name());
                backoff = BACKOFF_FIRST;
            } catch (Trouble trouble) {
                LOG.warn("{}: {}; trying again", step.name(), trouble.getMessage());
                watch.failed(step.name(), trouble);
                wait = longer(trouble.retryAfter(), backoff);
                backoff = next(backoff);
            } catch (RuntimeException bug) {
                LOG.error("{} failed", step.name(), bug);
                watch.failed(step.name(), bug);
                wait = backoff;
                backoff = next(backoff);
            }
            pause(wait);
        }
    }

    private void pause(Duration wait) {
        try {
            if (!wait.isZero()) {
                stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration next(Duration backoff) {
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(BACKOFF_LAST) > 0 ? BACKOFF_LAST : doubled;
    }

    /// Stops all loops after the turn they are in; waits for them.
    @Override
    public void close() {
        stopping.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
