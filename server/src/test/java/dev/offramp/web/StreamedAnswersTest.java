package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers longer than memory, from the real server on a loopback port.
class StreamedAnswersTest {

    private static final String PIECE = "0123456789abcdef".repeat(1_024);

    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Web web;

    StreamedAnswersTest() {
        ManualClock clock = new ManualClock();
        Face face = new TestFace("/", this::answer);
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), 2, Optional.empty());
        web = Web.create(settings, List.of(face), clock, new ObjectIds(clock, new Random(1)));
        web.start();
    }

    private RawAnswer answer(RawRequest request) {
        Streamed body = request.path().equals("/broken") ? StreamedAnswersTest::breakOff : this::write;
        return RawAnswer.of(200, Map.of("Content-Type", "text/csv"), body);
    }

    private void write(OutputStream out) throws IOException {
        out.write(PIECE.getBytes());
        out.flush();
        await(mayGoOn);
        out.write(PIECE.getBytes());
    }

    private static void breakOff(OutputStream out) throws IOException {
        out.write(PIECE.getBytes());
        throw new IllegalStateException("a secret of the house");
    }

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        client.close();
        web.close();
    }

    @Test
    void arePassedOnPieceByPiece() throws Exception {
        HttpResponse<InputStream> answer = client.send(get("/things"), BodyHandlers.ofInputStream());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        assertThat(answer.headers().firstValue("content-length")).isEmpty();
        assertThat(new String(answer.body().readNBytes(PIECE.length()))).isEqualTo(PIECE);

        mayGoOn.countDown();
        assertThat(new String(answer.body().readAllBytes())).isEqualTo(PIECE);
    }

    @Test
    void areSeenToBeIncompleteWhenTheyBreakOff() {
        assertThatThrownBy(() -> client.send(get("/broken"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endProperlyOnAConnectionThatIsClosedAfterThem() throws IOException {
        mayGoOn.countDown();
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.getOutputStream().write(("GET /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").getBytes());

            assertThat(new String(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void leaveTheConnectionToTheNextRequest() throws Exception {
        mayGoOn.countDown();
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(get("/things"), BodyHandlers.ofString()).body())
                    .isEqualTo(PIECE + PIECE);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
