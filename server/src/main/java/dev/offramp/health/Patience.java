package dev.offramp.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Has something looked at, and waits no longer for it than whoever asks us would: a pool may wait seconds for a
/// connection that nobody will give. One look at a time is under way, so that who asks often piles nothing up; one that
/// is late still counts when it ends, and tells by itself nothing but that the machine is busy.
public final class Patience {

    /// Whatever asks the database has given up by then, unless nobody answers at all.
    private static final Duration OVERDUE = Duration.ofSeconds(6);

    private final Duration limit;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile Instant begunAt = Instant.MAX;

    /// @param limit how long whoever asks waits
    public Patience(Duration limit) {
        this.limit = limit;
    }

    /// @param look keeps what it finds, trouble too
    public void look(Instant now, Runnable look) {
        if (!isLooking.compareAndSet(false, true)) {
            return;
        }
        begunAt = now;
        FutureTask<Boolean> looking = new FutureTask<>(() -> done(look), true);
        Thread.ofVirtual().name("health.look").start(looking);
        try {
            looking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // What it finds is kept when it ends.
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void done(Runnable look) {
        try {
            look.run();
        } finally {
            begunAt = Instant.MAX;
            isLooking.set(false);
        }
    }

    /// Whether a look has been under way for so long that nobody answers.
    public boolean isOverdue(Instant now) {
        Instant begun = begunAt;
        return begun.isBefore(now.minus(OVERDUE));
    }
}
