package dev.offramp.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private record Named(String name, BooleanSupplier work) implements Step {
        @Override
        public boolean runOnce() {
            return work.getAsBoolean();
        }
    }

    @Test
    void runsAStepAgainAtOnceWhileThereIsMoreToDo() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(100);
        try (Loops loops = new Loops()) {
            loops.start(
                    new Named("busy", () -> {
                        turns.countDown();
                        return turns.getCount() > 0;
                    }),
                    NEVER);

            assertThat(turns.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void restsWhenThereIsNothingMoreToDo() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        try (Loops loops = new Loops()) {
            loops.start(
                    new Named("idle", () -> {
                        turns.incrementAndGet();
                        ran.countDown();
                        return false;
                    }),
                    NEVER);
            ran.await();
        }

        assertThat(turns).hasValue(1);
    }

    @Test
    void goesOnAfterTroubleAndAfterABug() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (Loops loops = new Loops()) {
            loops.start(
                    new Named("failing", () -> switch (turns.incrementAndGet()) {
                        case 1 -> throw new Trouble("planted", Duration.ofMillis(1));
                        case 2 -> throw new IllegalStateException("planted");
                        default -> {
                            done.countDown();
                            yield false;
                        }
                    }),
                    NEVER);

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(turns).hasValue(3);
    }

    @Test
    void letsAStepFinishItsTurnBeforeItCloses() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Loops loops = new Loops();
        loops.start(
                new Named("slow", () -> {
                    inside.countDown();
                    await(mayFinish);
                    finished.incrementAndGet();
                    return true;
                }),
                NEVER);
        inside.await();
        Thread closing = Thread.ofVirtual().start(loops::close);
        mayFinish.countDown();
        closing.join();

        assertThat(finished.get()).isPositive();
        int turns = finished.get();
        assertThat(finished).hasValue(turns);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
