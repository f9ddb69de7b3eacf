package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Trouble;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One server with several faces, on a loopback port.
class WebTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final Web web;

    WebTest() {
        ManualClock clock = new ManualClock();
        List<Face> faces = List.of(
                new TestFace("/red", this::work), new TestFace("/blue", this::work), new TestFace("/last", this::work));
        web = Web.create(
                new WebSettings("127.0.0.1", 0, List.of(), 1, Optional.empty()),
                faces,
                clock,
                new ObjectIds(clock, new Random(1)));
        web.start();
    }

    private RawAnswer work(RawRequest request) {
        return switch (request.path().replaceFirst("/[a-z]+", "")) {
            case "/bug" -> throw new IllegalStateException("a secret of the house");
            case "/trouble" -> throw new Trouble("the database did not answer", Duration.ofSeconds(2));
            case "/cookies" ->
                TestFace.text(200, "")
                        .with("Set-Cookie", "a=1")
                        .with("Set-Cookie", "b=2")
                        .with("Cache-Control", "private");
            case "/wait" -> {
                begun.countDown();
                await(mayAnswer);
                yield TestFace.text(200, "at last");
            }
            default -> TestFace.text(200, request.path() + " of " + request.query());
        };
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        web.close();
    }

    @Test
    void asksTheFaceThatClaimsThePathAndTheLastForAllOthers() throws IOException {
        assertThat(ask("GET", "/blue/a?b=c").body()).isEqualTo("/blue/a of b=c");
        assertThat(ask("GET", "/none").body()).isEqualTo("/none of ");
        assertThat(ask("GET", "/none/bug").body()).isEqualTo("/last has Bug");
    }

    @Test
    void makesALateFaceOnceAndForItsOwnPathsAlone() {
        AtomicInteger made = new AtomicInteger();
        Face late = new LateFace("late", () -> {
            made.incrementAndGet();
            return new TestFace("/late", this::work);
        });
        Faces faces = new Faces(List.of(late, new TestFace("/last", this::work)));

        assertThat(faces.of("/last/a")).isEqualTo(faces.last());
        assertThat(made).hasValue(0);
        assertThat(faces.of("/late/a")).isEqualTo(late);
        assertThat(faces.of("/none")).isEqualTo(faces.last());
        assertThat(made).hasValue(1);
    }

    @Test
    void letsEachFaceSayItsFaultsInItsOwnDress() throws IOException {
        assertThat(ask("GET", "/blue/bug").body()).isEqualTo("/blue has Bug");
        assertThat(ask("GET", "/red/bug").status()).isEqualTo(500);
        assertThat(ask("GET", "/red/trouble").body()).isEqualTo("/red has Unavailable");
    }

    @Test
    void letsTheLastFaceAnswerWhatIsNoHttp() throws IOException {
        assertThat(RawClient.ask(web.port(), "GET /red/%zz HTTP/1.1\r\nHost: a\r\n\r\n")
                        .body())
                .isEqualTo("/last has Malformed");
    }

    @Test
    void saysOfABrokenOrLateBodyWhatItsFaceSays() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("POST /red/a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            client.finish();
            assertThat(client.reply().body()).isEqualTo("/red has Malformed");
        }
        try (RawClient client = new RawClient(web.port())) {
            client.send("POST /blue/a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.reply().body()).isEqualTo("/blue has BodyLate");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void turnsAwayWhatIsTooMuchInTheDressOfWhatWasAsked() throws Exception {
        FutureTask<RawClient.Reply> first = new FutureTask<>(() -> ask("GET", "/red/wait"));
        Thread.ofVirtual().start(first);
        begun.await();

        assertThat(ask("GET", "/blue/a").body()).isEqualTo("/blue has Unavailable");
        mayAnswer.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).body()).isEqualTo("at last");
    }

    @Test
    void namesEveryRequestAndKeepsAnswersOutOfCachesUnlessTheySayOtherwise() throws IOException {
        assertThat(ask("GET", "/red/a").headers())
                .containsEntry("cache-control", "no-store")
                .hasEntrySatisfying("x-request-id", id -> assertThat(id).matches("[0-9a-f]{24}"));
        assertThat(ask("GET", "/red/cookies").headers()).containsEntry("cache-control", "private");
        assertThat(ask("GET", "/red/bug").headers()).containsKey("x-request-id");
    }

    @Test
    void sendsAHeaderAsOftenAsItIsThere() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.getOutputStream()
                    .write("GET /red/cookies HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n");
        }
    }

    @Test
    void answersHeadWithTheLengthAlone() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("HEAD /red/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(client.reply(false).headers())
                    .containsEntry("content-length", String.valueOf("/red/a of ".length()));
            assertThat(client.isClosed()).isTrue();
        }
    }

    private RawClient.Reply ask(String method, String path) throws IOException {
        return RawClient.ask(web.port(), method + " " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
