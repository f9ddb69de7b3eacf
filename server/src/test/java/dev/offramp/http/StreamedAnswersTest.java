package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers longer than memory, from the real server on a loopback port.
class StreamedAnswersTest {

    private static final String PIECE = "0123456789abcdef".repeat(1_024);

    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Http http;

    StreamedAnswersTest() {
        ManualClock clock = new ManualClock();
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, true, false, List.of(), 2, Optional.empty());
        http = Http.create(
                settings,
                Callers.knowing(Callers.unlimited()),
                List.of(
                        new Streaming("/things", out -> {
                            out.write(PIECE.getBytes());
                            out.flush();
                            await(mayGoOn);
                            out.write(PIECE.getBytes());
                        }),
                        new Streaming("/broken", out -> {
                            out.write(PIECE.getBytes());
                            throw new IllegalStateException("a secret of the house");
                        })),
                clock,
                new ObjectIds(clock, new Random(1)));
        http.start();
    }

    private record Streaming(String path, Streamed body) implements Things.Thing {
        @Override
        public Route route() {
            return Route.get(path, Scope.READ);
        }

        @Override
        public Answer answer(Request request) {
            return Answer.csv("things.csv", body);
        }
    }

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        client.close();
        http.close();
    }

    @Test
    void arePassedOnPieceByPiece() throws Exception {
        HttpResponse<InputStream> answer = client.send(get("/things"), BodyHandlers.ofInputStream());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8; header=present");
        assertThat(answer.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"things.csv\"");
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
        String headers = Callers.headers("sandbox").entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.getOutputStream()
                    .write(("GET /v1/things HTTP/1.1\r\nHost: a\r\n" + headers + "Connection: close\r\n\r\n")
                            .getBytes());

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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/v1" + path));
        Callers.headers("sandbox").forEach(request::header);
        return request.build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
