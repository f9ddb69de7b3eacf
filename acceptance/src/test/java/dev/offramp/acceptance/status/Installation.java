package dev.offramp.acceptance.status;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.program.Program;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program with a real node and a PostgreSQL server of its own, each behind a gate.
final class Installation implements AutoCloseable {

    /// Within which everybody must see what is away, and that it is back.
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

    private static final long POLL_MS = 500;

    private static final String METRICS_TOKEN = "0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Anvil anvil = Anvil.start();
    private final Gate node = Gate.to(anvil.url().getPort());
    private EmbeddedPostgres postgres;
    private final Gate database;
    private final Program program;

    Installation(Path folder) throws IOException {
        this.folder = folder;
        anvil.mine(1);
        postgres = startPostgres();
        database = Gate.to(postgresPort());
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase for tests only\n");
        program = Program.on(folder.resolve("data"))
                .with("OFFRAMP_DATABASE_URL", databaseUrl(postgres.address()))
                .with("OFFRAMP_PRODUCTION", "on")
                .with("OFFRAMP_KEY_PASSPHRASE_FILE", passphrase.toString())
                .with("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on")
                .with("OFFRAMP_ALLOW_LOOPBACK_WEBHOOKS", "on")
                .with("OFFRAMP_STATUS_INCIDENT_MINUTES", "0")
                .with("OFFRAMP_METRICS_TOKEN", METRICS_TOKEN)
                .with("OFFRAMP_NETWORKS_FILE", networks().toString())
                .start();
    }

    private EmbeddedPostgres startPostgres() {
        return EmbeddedPostgres.start(folder.resolve("postgres"), new SecureRandom());
    }

    private int postgresPort() {
        return Integer.parseInt(postgres.address().jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private String databaseUrl(DatabaseAddress address) {
        String name = address.jdbcUrl().replaceAll(".*/([^/?]+).*", "$1");
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(address.user().orElseThrow(), address.password().orElseThrow(), database.port(), name);
    }

    private Path networks() throws IOException {
        return Files.writeString(folder.resolve("networks.json"), """
                {"ethereum": {"chainId": %d, "urls": ["http://127.0.0.1:%d"], "confirmations": 3, "startHeight": 0,
                    "traces": "on", "tokens": {}}}
                """.formatted(anvil.chainId(), node.port()));
    }

    Program program() {
        return program;
    }

    void takeTheNodeAway() {
        node.shut();
    }

    void bringTheNodeBack() {
        node.open(anvil.url().getPort());
    }

    /// As when its machine is switched off.
    void stopTheDatabase() {
        database.shut();
        postgres.close();
    }

    void startTheDatabase() {
        postgres = startPostgres();
        database.open(postgresPort());
    }

    void restart() {
        program.stop();
        program.start();
    }

    /// What Prometheus reads.
    String metrics() {
        return get("/metrics", "Authorization", "Bearer " + METRICS_TOKEN).body();
    }

    HttpResponse<String> get(String path) {
        return get(path, "Accept", "*/*");
    }

    private HttpResponse<String> get(String path, String header, String value) {
        URI url = URI.create(program.baseUrl().replaceFirst("/v1$", "") + path);
        HttpRequest request = HttpRequest.newBuilder(url).header(header, value).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nothing where a machine that has just started is too busy to answer.
    JsonNode status() {
        HttpResponse<String> answer = get("/status.json");
        return answer.statusCode() == 200
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().readTree("{\"components\":[],\"incidents\":[]}");
    }

    JsonNode component(String id) {
        return status().get("components")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createObjectNode().put("state", "none"));
    }

    /// Seconds of today and, around midnight, of yesterday.
    int seconds(String id, String state) {
        JsonNode days = component(id).get("days");
        return days.get(days.size() - 1).get(state).asInt()
                + days.get(days.size() - 2).get(state).asInt();
    }

    /// Waits until everybody can see it.
    void awaitState(String id, String state) {
        await(status -> component(id).get("state").asString().equals(state));
    }

    void await(Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (!wanted.test(status())) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + SEEN_WITHIN + ": " + status());
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// The latest incident with this title.
    JsonNode incident(String title) {
        return status().get("incidents")
                .valueStream()
                .filter(one -> one.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        program.close();
        database.close();
        postgres.close();
        node.close();
        anvil.close();
    }
}
