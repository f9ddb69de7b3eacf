package dev.offramp.acceptance.contract;

import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import dev.offramp.assets.Assets;
import dev.offramp.db.TestDatabase;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.webhook.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Where the exchanges are played: a sandbox, a production server that has a network and no rates yet, a receiver.
final class Stage implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);
    static final String USDC = "SOL_USDC_JKVK";

    /// An asset of the sandbox that is taken out of use.
    static final String PAUSED = "LTC_TEST";

    /// No node is there: addresses are generated without one.
    private static final String NETWORKS = """
            {"ethereum": {"chainId": 1, "urls": ["http://127.0.0.1:9"], "confirmations": 3, "startHeight": 0,
                          "tokens": {"USDC": {"contract": "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", "decimals": 6}}}}
            """;

    private static final Set<String> SHOWN_OF_A_DELIVERY =
            Set.of("content-type", "x-webhook-secret", "webhook-id", "webhook-timestamp", "webhook-signature");

    private final TestDatabase database = TestDatabase.create();
    private final Inbox inbox = new Inbox();
    private final Program sandbox;
    private final Program production;
    private final Set<String> stableIds = stableIds();

    Stage(Path folder) {
        execute("INSERT INTO asset_pause (code, reason, since) VALUES ('" + PAUSED + "', 'for the contract', now())");
        sandbox = Program.on(folder.resolve("sandbox"))
                .with("OFFRAMP_DATABASE_URL", database.address().jdbcUrl())
                .with("OFFRAMP_TRUSTED_PROXIES", "127.0.0.1");
        production = Program.on(folder.resolve("production"))
                .with("OFFRAMP_PRODUCTION", "on")
                .with("OFFRAMP_KEY_PASSPHRASE_FILE", written(folder.resolve("passphrase"), "only for this test\n"))
                .with("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on")
                .with("OFFRAMP_NETWORKS_FILE", written(folder.resolve("networks.json"), NETWORKS));
    }

    void start() {
        sandbox.start();
        production.start();
    }

    Inbox inbox() {
        return inbox;
    }

    Program program() {
        return sandbox;
    }

    /// An id that nothing has.
    static String nobody() {
        return "f".repeat(24);
    }

    /// The integration that every sandbox has.
    Recorder known() {
        JsonNode file = sandbox.credentials();
        return recorder(
                new Client(
                        sandbox,
                        "Sandbox",
                        file.get("appId").asString(),
                        file.get("appSecret").asString(),
                        "development"),
                USDC);
    }

    /// The same with a credential that is good for one scope.
    Recorder limitedTo(String scope) {
        JsonNode issued = sandbox.jsonCommand("credentials", "issue", "--scopes", scope, "--json");
        Client client = new Client(
                sandbox,
                "Sandbox",
                issued.get("appId").asString(),
                issued.get("appSecret").asString(),
                "development");
        return new Recorder(client, stableIds);
    }

    /// A client that starts with nothing.
    Recorder newcomer() {
        return recorder(Client.made(sandbox, "development"), USDC);
    }

    /// The same, whose events are received.
    Recorder receiver() {
        Recorder recorder = newcomer();
        recorder.client().command("webhooks", "add", "--url", inbox.url());
        return recorder;
    }

    Recorder inProduction() {
        return recorder(Client.made(production, "production"), "USDC");
    }

    private Recorder recorder(Client client, String usdc) {
        return new Recorder(client, stableIds)
                .knowing("nobody", nobody())
                .knowing("usdc", client.breet().assetId(usdc));
    }

    /// A delivery, as the receiver saw it.
    void recordDelivery(String name, String title, Inbox.Delivery delivery) {
        Map<String, String> headers = new TreeMap<>(delivery.headers());
        headers.keySet().retainAll(SHOWN_OF_A_DELIVERY);
        headers.computeIfPresent("x-webhook-secret", (_, _) -> "whsec_secret");
        headers.computeIfPresent("webhook-timestamp", (_, _) -> "1767225600");
        headers.computeIfPresent("webhook-signature", (_, _) -> "v1,signature");
        String lines = headers.entrySet().stream()
                .map(header -> "\n" + header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining());
        GoldenExchange.check(
                name,
                title,
                "POST /hook" + lines + "\n\n" + GoldenExchange.readable(delivery.text()),
                new Talk.Reply(200, Map.of(), ""),
                new Placeholders(stableIds));
    }

    void tell(String event, String object) {
        tell(event, "", object);
    }

    void tell(String event, String variant, String object) {
        Inbox.Delivery delivery = inbox.await(
                SOON, each -> each.event().equals(event) && each.id().equals(object));
        recordDelivery("events/" + event + variant, meaning(event), delivery);
    }

    private static String meaning(String event) {
        for (EventType type : EventType.values()) {
            if (type.code().equals(event)) {
                return type.meaning();
            }
        }
        throw new AssertionError("no event " + event);
    }

    static boolean isOnly(JsonNode page, String status) {
        return page.size() == 1 && status(page.get(0)).equals(status);
    }

    static String status(JsonNode data) {
        return data.path("status").asString("");
    }

    /// Does `work` while nobody else can read or write a table.
    void whileLocked(String table, Runnable work) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            work.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.address().jdbcUrl());
    }

    /// Assets have the same in every installation.
    private static Set<String> stableIds() {
        Assets assets = Assets.create(Instant::now, "http://localhost", List.of());
        return Stream.concat(
                        Arrays.stream(Environment.values())
                                .flatMap(environment -> assets.list(environment).stream())
                                .map(asset -> asset.id().toString()),
                        Stream.of(nobody()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String written(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        production.close();
        sandbox.close();
        inbox.close();
        database.close();
    }
}
