package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExchangeWatchTest {

    private final ManualClock clock = new ManualClock();
    private final ExchangeWatch watch = new ExchangeWatch(clock);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void interruptsAnExchangeThatTakesTooLong() throws Exception {
        FutureTask<Boolean> wasInterrupted = exchange(() -> {});
        clock.advance(Duration.ofSeconds(30));
        watch.sweep();
        assertThat(wasInterrupted.isDone()).isFalse();

        clock.advance(Duration.ofSeconds(1));
        watch.sweep();

        assertThat(wasInterrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesAnExchangeThatGoesOnMoreTime() throws Exception {
        FutureTask<Boolean> wasInterrupted = exchange(() -> {
            clock.advance(Duration.ofSeconds(20));
            watch.goesOn();
        });
        clock.advance(Duration.ofSeconds(20));
        watch.sweep();
        mayEnd.countDown();

        assertThat(wasInterrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void leavesAConnectionAloneBetweenExchanges() throws Exception {
        FutureTask<Boolean> wasInterrupted = exchange(watch::done);
        clock.advance(Duration.ofHours(1));
        watch.sweep();
        mayEnd.countDown();

        assertThat(wasInterrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private FutureTask<Boolean> exchange(Runnable then) throws InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            watch.prologue(null, null);
            then.run();
            begun.countDown();
            try {
                mayEnd.await();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        Thread.ofVirtual().start(task);
        begun.await();
        return task;
    }
}
