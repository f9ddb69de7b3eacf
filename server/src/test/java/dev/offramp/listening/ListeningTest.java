package dev.offramp.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offramp.db.ManualClock;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against a server that follows a script: it hears a question and answers it, or hears it and goes away.
class ListeningTest {

    private static final WebhookSecret SECRET = new WebhookSecret("whsec_" + "A".repeat(32));
    private static final String LISTENER = "66f000000000000000000001";
    private static final int GONE = 0;

    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<Object[]> script = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Forwarded> lines = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transactions/webhooks/listen", this::answer);
        server.createContext("/hook", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        Object[] next = script.get(Math.min(questions.size(), script.size()) - 1);
        if ((int) next[0] != GONE) {
            byte[] body = next[1].toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders((int) next[0], body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void says(int status, String body) {
        script.add(new Object[] {status, body});
    }

    private void gives(int number) {
        String id = "66f0000000000000000000a" + number;
        says(
                200,
                "{\"success\":true,\"data\":{\"listener\":\"" + LISTENER + "\",\"delivery\":{\"id\":\"" + id
                        + "\",\"event\":\"trade.pending\",\"eventId\":\"66f0000000000000000000b" + number
                        + "\",\"body\":\"{\\\"n\\\":" + number + "}\"}}}");
    }

    private void givesNothing() {
        says(200, "{\"success\":true,\"data\":{\"listener\":\"" + LISTENER + "\"}}");
    }

    private void goesAway() {
        says(GONE, "");
    }

    private Listening.End listen() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Access access = new Access(base + "/v1", "app", "sk_test", SECRET, Environment.DEVELOPMENT);
        try (Forward forward =
                        Forward.to(base + "/hook", SECRET, new ManualClock()).orElseThrow();
                Listening listening = Listening.create(access, forward, List.of(), ears())) {
            return listening.run();
        }
    }

    /// Goes on to the end of the script.
    private Listening.Ears ears() {
        ManualClock clock = new ManualClock();
        return new Listening.Ears() {

            @Override
            public void forwarded(Forwarded event) {
                lines.add(event);
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }

            @Override
            public boolean pause(Duration time) {
                pauses.add(time);
                return questions.size() < script.size();
            }

            @Override
            public InstantSource clock() {
                return clock;
            }
        };
    }

    @Test
    void passesOnEachEventOnceAndSaysWhatBecameOfIt() {
        gives(1);
        gives(2);
        givesNothing();

        assertThat(listen()).isEqualTo(new Listening.End.Stopped());

        assertThat(got).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(signatures).allSatisfy(one -> assertThat(one).startsWith("v1,"));
        assertThat(questions.get(1).toString())
                .contains("\"taken\":\"66f0000000000000000000a1\"", "\"status\":202", LISTENER);
        assertThat(questions.get(2).toString()).contains("\"taken\":\"66f0000000000000000000a2\"");
        assertThat(questions.getLast().toString()).contains("\"end\":true").doesNotContain("taken");
        assertThat(lines)
                .map(Forwarded::status)
                .allSatisfy(status -> assertThat(status).contains(202));
    }

    @Test
    void losesAndDoublesNothingWhenTheServerGoesAway() {
        gives(1);
        goesAway();
        says(503, "");
        gives(2);
        goesAway();
        givesNothing();

        listen();

        assertThat(got).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(questions.subList(1, 4))
                .allSatisfy(question ->
                        assertThat(question.path("taken").asString()).isEqualTo("66f0000000000000000000a1"));
        assertThat(notes).filteredOn(note -> note.contains("asking again")).hasSize(2);
    }

    @Test
    void waitsLongerAndLonger() {
        givesNothing();
        goesAway();
        goesAway();
        goesAway();
        givesNothing();

        listen();

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(0L, 1000L, 250L, 500L, 1000L, 1000L);
    }

    @Test
    void passesOnAReplayOfTheLastEvent() {
        gives(1);
        givesNothing();
        gives(1);
        givesNothing();

        listen();

        assertThat(got).containsExactly("{\"n\":1}", "{\"n\":1}");
    }

    @Test
    void endsWithTheServersReasonWhenItWillNotHaveIt() {
        says(401, "{\"success\":false,\"message\":\"invalid credentials\"}");

        assertThat(listen()).isEqualTo(new Listening.End.Refused("the server answers 401: invalid credentials"));
    }
}
