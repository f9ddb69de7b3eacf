package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.wire.webhook.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Test events from the command line, and what else the commands do with deliveries.
class TriggerCommandTest {

    /// What says whose it is, and when: a test is about nobody, now.
    private static final Set<String> IDS_AND_TIMES = Set.of(
            "id",
            "eventId",
            "eventTime",
            "createdAt",
            "updatedAt",
            "trade",
            "label",
            "vaultId",
            "txHash",
            "destinationDescription",
            "reference");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static HttpServer receiver;
    private static final List<String> GOT = new CopyOnWriteArrayList<>();
    private static final List<Map<String, List<String>>> HEADERS = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.create();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            GOT.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            HEADERS.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        run("integrations", "list");
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
        database.close();
    }

    @BeforeEach
    void forget() {
        GOT.clear();
        HEADERS.clear();
    }

    private static String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private static Result run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Random random = new Random(Arrays.hashCode(line));
        Surroundings around = new Surroundings(
                Map.of(
                        "OFFRAMP_DATABASE_URL",
                        database.address().jdbcUrl(),
                        "OFFRAMP_DATABASE_CONNECTIONS",
                        "4",
                        "OFFRAMP_DATA",
                        folder.toString()),
                "ann",
                new ManualClock(),
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Main.run(around, line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void sendsTheGoldenEventUpToIdsAndTimes(EventType type) {
        Result sent = run("trigger", type.code(), "--url", url(), "--json");

        assertThat(sent.err()).isEmpty();
        assertThat(sent.json().get(0).get("answer").asString()).isEqualTo("200");
        JsonNode got = JSON.readTree(GOT.getLast());
        JsonNode golden = golden(type);
        assertThat(got.propertyNames()).containsExactlyElementsOf(golden.propertyNames());
        golden.properties().stream()
                .filter(member -> !IDS_AND_TIMES.contains(member.getKey()))
                .forEach(member ->
                        assertThat(got.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue()));
        assertThat(got.get("id").asString()).isEqualTo("7e57".repeat(6));
        assertThat(got.get("eventId").asString())
                .isEqualTo(sent.json().get(0).get("eventId").asString());
        assertThat(HEADERS.getLast())
                .containsKeys("X-webhook-secret", "Webhook-id", "Webhook-timestamp", "Webhook-signature");
    }

    private static JsonNode golden(EventType type) {
        try {
            String text = Files.readString(Path.of("src/main/resources/exchanges/events/" + type.code() + ".http"));
            return JSON.readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysWhichEventsThereAre() {
        assertThat(run("trigger", "--list", "--json")
                        .json()
                        .valueStream()
                        .map(one -> one.get("event").asString()))
                .containsExactlyElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::code).toList());
        assertThat(run("trigger", "trade.gone").err())
                .isEqualTo("offramp: there is no event trade.gone: see ./offramp trigger --list\n");
        assertThat(run("trigger").code()).isEqualTo(2);
    }

    @Test
    void goesToTheEndpointsThatTakeItAndIsInTheLog() {
        run("integrations", "create", "--name", "Shop");
        assertThat(run("trigger", "trade.completed", "--integration", "Shop").err())
                .startsWith("offramp: no endpoint takes trade.completed and nobody listens");
        run("webhooks", "add", "--url", url(), "--integration", "Shop", "--events", "trade.completed");
        GOT.clear();

        JsonNode told = run("trigger", "trade.completed", "--integration", "Shop", "--json")
                .json();
        assertThat(told.toString()).contains("\"answer\":\"delivered\"", url());
        assertThat(GOT).hasSize(1);
        assertThat(run("trigger", "trade.flagged", "--integration", "Shop").code())
                .isEqualTo(1);
        assertThat(run("trail", "list", "--json").out()).contains("webhook.tested");
    }

    @Test
    void sendsAndQueuesStoredEventsAgain() {
        String nobody = "66f000000000000000000001";
        assertThat(run("webhooks", "resend", nobody).err())
                .isEqualTo("offramp: there is no stored event of " + nobody + ", and no delivery\n");
        run("integrations", "create", "--name", "Again");
        run("webhooks", "add", "--url", url(), "--integration", "Again");
        run("trigger", "trade.pending", "--integration", "Again");
        GOT.clear();

        JsonNode sent = run("webhooks", "resend", "7e57".repeat(6), "--integration", "Again", "--json")
                .json();
        assertThat(sent.get(0).get("status").asString()).isEqualTo("delivered");
        assertThat(GOT).hasSize(1);
        assertThat(run("webhooks", "replay", "--last", "2h", "--all", "--integration", "Again", "--json")
                        .json()
                        .get("queued")
                        .asInt())
                .isZero();
    }

    @Test
    void findsWhatBecameOfATransfer() {
        assertThat(run("deposits", "find", "0x" + "ab".repeat(32), "--json").out())
                .contains("no node that was asked knows it");
        assertThat(run("deposits", "find", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
                        .out())
                .contains("no address of ours");
        Result blocks = run("deposits", "find", "--network", "solana", "--from", "0", "--to", "5", "--json");
        assertThat(blocks.out()).as(blocks.err()).contains("blocks 0 to 5");
        assertThat(run("deposits", "find", "--network", "solana", "--from", "5", "--to", "4")
                        .err())
                .isEqualTo("offramp: the first block must not be above the last\n");
        assertThat(run("deposits", "find").code()).isEqualTo(2);
    }

    /// No server ever ran here, so nobody wrote down where it is.
    @Test
    void wantsToKnowAServerToListenTo() {
        assertThat(run("listen", "--forward-to", "http://localhost:3000").err())
                .startsWith("offramp: there are no credentials in ");
    }
}
