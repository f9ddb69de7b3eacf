package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Answer DONE = Answer.success("done");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(20);

    @Test
    void turnsAwayWhatIsTooMuchAndTakesItWhenThereIsRoom() throws Exception {
        Admission admission = new Admission(1, MOMENT, LONG);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        FutureTask<Answer> first = new FutureTask<>(() -> admission.admit("first", () -> waiting(begun, mayEnd)));
        Thread.ofVirtual().start(first);
        begun.await();

        Answer second = admission.admit("second", () -> DONE);
        mayEnd.countDown();

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.headers()).containsEntry("Retry-After", "1");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(admission.admit("third", () -> DONE)).isEqualTo(DONE);
    }

    @Test
    void givesUpAndInterruptsWhatTakesTooLong() throws Exception {
        Admission admission = new Admission(1, LONG, MOMENT);
        CountDownLatch interrupted = new CountDownLatch(1);

        Answer answer = admission.admit("slow", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return DONE;
        });

        assertThat(answer.status()).isEqualTo(503);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void countsGivenUpWorkUntilItHasEnded() throws Exception {
        Admission admission = new Admission(1, MOMENT, MOMENT);
        CountDownLatch mayEnd = new CountDownLatch(1);

        admission.admit("stubborn", () -> stubborn(mayEnd));

        assertThat(admission.admit("next", () -> DONE).status()).isEqualTo(503);
        assertThat(admission.drain(MOMENT)).isFalse();
        mayEnd.countDown();
        assertThat(admission.drain(LONG)).isTrue();
    }

    @Test
    void givesThePlaceBackAfterAnError() throws Exception {
        Admission admission = new Admission(1, MOMENT, LONG);

        assertThatThrownBy(() -> admission.admit("error", () -> {
                    throw new AssertionError("no memory, say");
                }))
                .hasRootCauseMessage("no memory, say");

        assertThat(admission.admit("next", () -> DONE)).isEqualTo(DONE);
    }

    private static Answer waiting(CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        return stubborn(mayEnd);
    }

    /// Does not let itself be interrupted.
    private static Answer stubborn(CountDownLatch mayEnd) {
        AtomicBoolean isOver = new AtomicBoolean();
        while (!isOver.get()) {
            try {
                mayEnd.await();
                isOver.set(true);
            } catch (InterruptedException e) {
                isOver.set(mayEnd.getCount() == 0);
            }
        }
        return DONE;
    }
}
