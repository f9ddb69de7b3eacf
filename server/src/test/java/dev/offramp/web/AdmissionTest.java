package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final RawAnswer DONE = TestFace.text(200, "done");
    private static final Face FACE = new TestFace("/", _ -> DONE);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(20);

    @Test
    void turnsAwayWhatIsTooMuchAndTakesItWhenThereIsRoom() throws Exception {
        Admission admission = new Admission(1, MOMENT, LONG, RequestWatch.NOBODY);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        FutureTask<RawAnswer> first =
                new FutureTask<>(() -> admission.admit(request("first"), FACE, () -> waiting(begun, mayEnd)));
        Thread.ofVirtual().start(first);
        begun.await();

        RawAnswer second = admission.admit(request("second"), FACE, () -> DONE);
        mayEnd.countDown();

        assertThat(second.status()).isEqualTo(503);
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(admission.admit(request("third"), FACE, () -> DONE)).isEqualTo(DONE);
    }

    @Test
    void givesUpAndInterruptsWhatTakesTooLong() throws Exception {
        Admission admission = new Admission(1, LONG, MOMENT, RequestWatch.NOBODY);
        CountDownLatch interrupted = new CountDownLatch(1);

        RawAnswer answer = admission.admit(request("slow"), FACE, () -> {
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
        Admission admission = new Admission(1, MOMENT, MOMENT, RequestWatch.NOBODY);
        CountDownLatch mayEnd = new CountDownLatch(1);

        admission.admit(request("stubborn"), FACE, () -> stubborn(mayEnd));

        assertThat(admission.admit(request("next"), FACE, () -> DONE).status()).isEqualTo(503);
        assertThat(admission.drain(MOMENT)).isFalse();
        mayEnd.countDown();
        assertThat(admission.drain(LONG)).isTrue();
    }

    @Test
    void givesThePlaceBackAfterAnError() throws Exception {
        Admission admission = new Admission(1, MOMENT, LONG, RequestWatch.NOBODY);

        assertThatThrownBy(() -> admission.admit(request("error"), FACE, () -> {
                    throw new AssertionError("no memory, say");
                }))
                .hasRootCauseMessage("no memory, say");

        assertThat(admission.admit(request("next"), FACE, () -> DONE)).isEqualTo(DONE);
    }

    private static RawRequest request(String path) {
        return new RawRequest(
                "r1",
                "GET",
                "/" + path,
                "",
                _ -> Optional.empty(),
                new Peer(InetAddress.getLoopbackAddress(), true),
                Content.NONE);
    }

    private static RawAnswer waiting(CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        return stubborn(mayEnd);
    }

    /// Does not let itself be interrupted.
    private static RawAnswer stubborn(CountDownLatch mayEnd) {
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
