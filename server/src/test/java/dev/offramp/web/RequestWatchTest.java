package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What whoever counts requests is told.
class RequestWatchTest {

    private static final Peer PEER = new Peer(InetAddress.getLoopbackAddress(), true);

    private final ManualClock clock = new ManualClock();
    private final Told told = new Told();
    private final Web web = Web.create(
            new WebSettings("127.0.0.1", 0, List.of(), 1, Optional.empty()),
            List.of(new TestFace("/red", this::work), new TestFace("/last", this::work)),
            clock,
            new ObjectIds(clock, new Random(1)),
            told);

    /// Writes down what it is told, and fails where it is to.
    private static final class Told implements RequestWatch {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean isBroken;

        private void say(String line) {
            lines.add(line);
            if (isBroken) {
                throw new IllegalStateException("cannot count");
            }
        }

        @Override
        public void began() {
            say("began");
        }

        @Override
        public void ended() {
            say("ended");
        }

        @Override
        public void turnedAway() {
            say("turned away");
        }

        @Override
        public void givenUp() {
            say("given up");
        }

        @Override
        public void answered(String face, int status, Duration took) {
            say(face + " " + status + " in " + took.toMillis());
        }
    }

    RequestWatchTest() {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private RawAnswer work(RawRequest request) {
        clock.advance(Duration.ofMillis(7));
        if (request.path().endsWith("/trouble")) {
            throw new Trouble("the database did not answer", Duration.ofSeconds(1));
        }
        return TestFace.text(201, "done");
    }

    private int ask(String line) throws IOException {
        return RawClient.ask(web.port(), line + " HTTP/1.1\r\nHost: a\r\n\r\n").status();
    }

    @Test
    void isToldOfEveryAnswerBeforeItIsSent() throws IOException {
        ask("GET /red/a");
        ask("GET /none/trouble");

        assertThat(told.lines).containsExactly("began", "ended", "red 201 in 7", "began", "ended", "last 503 in 7");
    }

    @Test
    void isToldOfWhatIsNoHttp() throws IOException {
        assertThat(ask("GET /red/%zz")).isEqualTo(400);

        assertThat(told.lines).containsExactly("last 400 in 0");
    }

    @Test
    void failsNoRequest() throws IOException {
        told.isBroken = true;

        assertThat(ask("GET /red/a")).isEqualTo(201);
        assertThat(told.lines).containsExactly("began", "ended", "red 201 in 7");
    }

    @Test
    void isToldOfWhatIsTooMuchAndWhatIsGivenUp() throws InterruptedException {
        Duration moment = Duration.ofMillis(20);
        Admission admission = new Admission(1, moment, moment, told);
        RawAnswer done = TestFace.text(200, "done");
        Face face = new TestFace("/", _ -> done);
        RawRequest request = new RawRequest("id", "GET", "/", "", _ -> Optional.empty(), PEER, Content.NONE);
        CountDownLatch mayEnd = new CountDownLatch(1);

        admission.admit(request, face, () -> {
            awaitWhateverHappens(mayEnd);
            return done;
        });
        admission.admit(request, face, () -> done);
        mayEnd.countDown();

        assertThat(admission.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(told.lines).containsExactly("began", "given up", "turned away", "ended");
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        boolean isOver = false;
        while (!isOver) {
            try {
                latch.await();
                isOver = true;
            } catch (InterruptedException e) {
                isOver = latch.getCount() == 0;
            }
        }
    }
}
