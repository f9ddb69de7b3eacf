package dev.offramp.chains.evm;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several questions at once, where one after the other would only wait.
final class Abreast {

    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);

    private Abreast() {}

    /// All answers in the order of the questions, or the first trouble; then the others are given up.
    static <T> List<T> ask(int atOnce, List<Callable<T>> questions) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            try {
                List<Future<T>> asked = questions.stream().map(threads::submit).toList();
                List<T> answers = new ArrayList<>(asked.size());
                for (Future<T> future : asked) {
                    answers.add(future.get());
                }
                return answers;
            } catch (ExecutionException e) {
                throw cause(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("interrupted while asking", AFTER_INTERRUPTION);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static RuntimeException cause(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
    }
}
