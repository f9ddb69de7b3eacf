package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.offramp.web.RawClient;
import dev.offramp.web.Web;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The real server on a loopback port.
class HttpTest {

    private static final String HEAD = "Host: localhost\r\n" + "x-app-id: " + Callers.APP_ID + "\r\nx-app-secret: "
            + Callers.SECRET + "\r\nX-Breet-Env: sandbox\r\n";
    private static final String ID = "66f0a1b2c3d4e5f607182930";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private Web web;

    @BeforeEach
    void start() {
        web = server(2);
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        web.close();
    }

    private Web server(int concurrentRequests) {
        List<Endpoint> endpoints = new ArrayList<>(Things.all());
        endpoints.add(new Things.WaitingThing(begun, mayAnswer));
        return Things.served(endpoints, concurrentRequests);
    }

    @Test
    void answersInTheEnvelopeWithARequestId() throws IOException {
        RawClient.Reply reply = ask("GET /v1/things?page=1 HTTP/1.1\r\n" + HEAD + "\r\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.message()).isEqualTo("data fetched");
        assertThat(reply.headers())
                .containsEntry("content-type", "application/json; charset=utf-8")
                .containsEntry("cache-control", "no-store")
                .hasEntrySatisfying("x-request-id", id -> assertThat(id).matches("[0-9a-f]{24}"));
    }

    @Test
    void servesIconsAsPicturesToAnybody() throws IOException {
        RawClient.Reply reply = ask("GET /icons/btc.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("<svg");
        assertThat(reply.headers())
                .containsEntry("content-type", "image/svg+xml")
                .containsEntry("cache-control", "public, max-age=86400");
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("GET /v1/things HTTP/1.1\r\n" + HEAD + "\r\n");
            String first = client.reply().headers().get("x-request-id");
            client.send(post("/v1/things/" + ID + "/make", "{\"label\":\"ọ\"}"));
            RawClient.Reply second = client.reply();
            client.send("GET /v1/nothing HTTP/1.1\r\n" + HEAD + "\r\n");
            RawClient.Reply third = client.reply();

            assertThat(second.json().path("data").path("label").asString()).isEqualTo("ọ");
            assertThat(third.status()).isEqualTo(404);
            assertThat(third.message()).isEqualTo("Sorry, requested URL GET /v1/nothing not found!");
            assertThat(List.of(
                            first,
                            second.headers().get("x-request-id"),
                            third.headers().get("x-request-id")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void closesWhenAskedTo() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("GET /v1/things HTTP/1.1\r\nConnection: close\r\n" + HEAD + "\r\n");

            assertThat(client.reply().headers()).containsEntry("connection", "close");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("GET /v1/things HTTP/1.1\r\n" + HEAD + "\r\n");
            RawClient.Reply get = client.reply();
            client.send("HEAD /v1/things HTTP/1.1\r\nConnection: close\r\n" + HEAD + "\r\n");
            RawClient.Reply head = client.reply(false);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers())
                    .containsEntry("content-length", get.headers().get("content-length"))
                    .containsEntry("content-type", get.headers().get("content-type"));
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void takesExpectContinue() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("POST /v1/things/" + ID + "/make HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 13\r\n"
                    + HEAD + "\r\n");
            assertThat(client.reply().status()).isEqualTo(100);
            client.send("{\"label\":\"a\"}");

            assertThat(client.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void takesChunks() throws IOException {
        RawClient.Reply reply = ask("POST /v1/things/" + ID + "/make HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HEAD
                + "\r\n7\r\n{\"label\r\n6\r\n\":\"a\"}\r\n0\r\n\r\n");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void letsTheClientReadWhyItsBodyIsTooLarge() throws IOException {
        for (int size : List.of(64 * 1024 + 1, 1024 * 1024)) {
            RawClient.Reply reply =
                    ask(post("/v1/things/" + ID + "/make", "{\"label\":\"" + "a".repeat(size - 12) + "\"}"));

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.message()).isEqualTo("request body is larger than 64 KiB");
        }
        String largest = "{\"label\":\"a\"}";
        RawClient.Reply fits =
                ask(post("/v1/things/" + ID + "/make", largest + " ".repeat(64 * 1024 - largest.length())));
        assertThat(fits.status()).isEqualTo(200);
    }

    @Test
    void refusesAtOnceWhatItWillNotDrain() throws IOException {
        RawClient.Reply reply =
                ask("POST /v1/things/" + ID + "/make HTTP/1.1\r\nContent-Length: 1048577\r\n" + HEAD + "\r\n");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.message()).isEqualTo("request body is larger than 64 KiB");
        assertThat(reply.headers()).containsKey("x-request-id");
        RawClient.Reply chunked = ask("POST /v1/things/" + ID + "/make HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                + HEAD + "\r\n7fffffff\r\n");
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void answersAClientThatStopsHalfWay() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("POST /v1/things/" + ID + "/make HTTP/1.1\r\nContent-Length: 100\r\n" + HEAD + "\r\n{\"la");
            client.finish();

            RawClient.Reply reply = client.reply();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.message()).isEqualTo("malformed request");
        }
        try (RawClient client = new RawClient(web.port())) {
            client.send("POST /v1/things/" + ID + "/make HTTP/1.1\r\nContent-Length: 100\r\n" + HEAD + "\r\n{\"la");

            assertThat(client.reply().status()).isEqualTo(408);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void turnsAwayWhatIsTooMuch() throws Exception {
        web.close();
        web = server(1);
        FutureTask<RawClient.Reply> first = inBackground("/v1/things/wait");
        begun.await();

        RawClient.Reply second = ask("GET /v1/things HTTP/1.1\r\n" + HEAD + "\r\n");
        mayAnswer.countDown();

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.message()).isEqualTo("service unavailable");
        assertThat(second.headers()).containsEntry("retry-after", "1");
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void answersWithinFourSecondsWhateverHappens() throws IOException {
        long start = System.nanoTime();
        RawClient.Reply reply = ask("GET /v1/things/wait HTTP/1.1\r\n" + HEAD + "\r\n");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void finishesWhatHasBegunBeforeItStops() throws Exception {
        FutureTask<RawClient.Reply> inFlight = inBackground("/v1/things/wait");
        begun.await();
        FutureTask<Boolean> stopping = new FutureTask<>(web::close, true);
        Thread.ofVirtual().start(stopping);
        waitUntilRefused();

        assertThat(stopping.isDone()).isFalse();
        mayAnswer.countDown();
        RawClient.Reply reply = inFlight.get(10, TimeUnit.SECONDS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.message()).isEqualTo("at last");
        assertThat(reply.headers()).containsEntry("connection", "close");
        assertThat(stopping.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stopsAtOnceWhenConnectionsAreIdle() throws IOException {
        try (RawClient client = new RawClient(web.port())) {
            client.send("GET /v1/things HTTP/1.1\r\n" + HEAD + "\r\n");
            client.reply();
            long start = System.nanoTime();
            web.close();

            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void logsABugOnceWithItsRequestId() throws IOException {
        try (Log log = new Log()) {
            RawClient.Reply reply = ask("GET /v1/things/broken HTTP/1.1\r\n" + HEAD + "\r\n");

            assertThat(reply.status()).isEqualTo(500);
            List<ILoggingEvent> errors = log.events()
                    .filter(event -> event.getLevel() == Level.ERROR)
                    .toList();
            assertThat(errors).hasSize(1);
            assertThat(errors.getFirst().getMDCPropertyMap())
                    .containsEntry("requestId", reply.headers().get("x-request-id"));
            assertThat(errors.getFirst().getThrowableProxy().getMessage()).isEqualTo("a secret of the house");
        }
    }

    @Test
    void neverLogsASecret() throws IOException {
        try (Log log = new Log()) {
            ask("GET /v1/things/broken HTTP/1.1\r\n" + HEAD + "\r\n");
            ask("GET /v1/things/trouble HTTP/1.1\r\n" + HEAD + "\r\n");
            ask(post("/v1/things/" + ID + "/make", "{\"pin\":\"471147\"}"));
            ask("GET /v1/things HTTP/1.1\r\n" + HEAD + "x-app-secret: " + Callers.SECRET + "\u0001\r\n\r\n");
            ask("GET /v1/thi%zzngs HTTP/1.1\r\n" + HEAD + "\r\n");

            assertThat(log.text())
                    .contains("broken")
                    .doesNotContain(Callers.SECRET)
                    .doesNotContain("471147");
        }
    }

    private RawClient.Reply ask(String text) throws IOException {
        return RawClient.ask(web.port(), text);
    }

    private FutureTask<RawClient.Reply> inBackground(String path) {
        FutureTask<RawClient.Reply> task = new FutureTask<>(() -> ask("GET " + path + " HTTP/1.1\r\n" + HEAD + "\r\n"));
        Thread.ofVirtual().start(task);
        return task;
    }

    private void waitUntilRefused() {
        int port = web.port();
        boolean isRefused = false;
        while (!isRefused) {
            try (RawClient _ = new RawClient(port)) {
                Thread.onSpinWait();
            } catch (IOException e) {
                isRefused = true;
            }
        }
    }

    private static String post(String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "POST " + path + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n"
                + HEAD + "\r\n" + body;
    }

    /// All that is logged, by us and by the server library, at every level.
    private static final class Log implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final java.util.logging.Logger library = java.util.logging.Logger.getLogger("io.helidon");
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
        private final List<String> records = Collections.synchronizedList(new ArrayList<>());
        private final Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                records.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        Log() {
            appender.start();
            root.addAppender(appender);
            root.setLevel(Level.TRACE);
            library.setLevel(java.util.logging.Level.ALL);
            handler.setLevel(java.util.logging.Level.ALL);
            library.addHandler(handler);
        }

        Stream<ILoggingEvent> events() {
            return List.copyOf(appender.list).stream();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            events().forEach(event ->
                    text.append(event).append(event.getMDCPropertyMap()).append('\n'));
            List.copyOf(records).forEach(text::append);
            return text.toString();
        }

        @Override
        public void close() {
            root.setLevel(Level.WARN);
            root.detachAppender(appender);
            library.removeHandler(handler);
            library.setLevel(null);
        }
    }
}
