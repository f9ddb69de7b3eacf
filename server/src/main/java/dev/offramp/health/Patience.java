package dev.offramp.health;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Asks the database, and waits no longer for it than whoever asks us would: a pool may wait seconds for a connection
/// that nobody will give. One question at a time is under way, so that who asks often piles nothing up.
final class Patience {

    private final Duration limit;
    private final AtomicBoolean isAsking = new AtomicBoolean();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /// What came of a question.
    sealed interface Outcome<T> {

        record Answered<T>(T answer) implements Outcome<T> {}

        /// No answer in time, or trouble.
        record Nothing<T>() implements Outcome<T> {}

        /// Somebody else's question is under way.
        record Busy<T>() implements Outcome<T> {}
    }

    <T> Outcome<T> ask(Supplier<T> question) {
        if (!isAsking.compareAndSet(false, true)) {
            return new Outcome.Busy<>();
        }
        FutureTask<Optional<T>> asked = new FutureTask<>(() -> answer(question));
        Thread.ofVirtual().name("health.ask").start(asked);
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .<Outcome<T>>map(Outcome.Answered::new)
                    .orElseGet(Outcome.Nothing::new);
        } catch (TimeoutException e) {
            return new Outcome.Nothing<>();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking the database failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Nothing<>();
        }
    }

    private <T> Optional<T> answer(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Trouble trouble) {
            return Optional.empty();
        } finally {
            isAsking.set(false);
        }
    }
}
