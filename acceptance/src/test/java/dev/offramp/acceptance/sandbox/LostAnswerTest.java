package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import dev.offramp.acceptance.program.Volley;
import dev.offramp.db.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client asks about a withdrawal by its external id while the request that places it is still under way. It must
/// not be told that there is nothing, for then it would pay again.
///
/// The request is held up where it is slow in bad times: at the row of the tenant's balance, which somebody else has.
class LostAnswerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String USDC = "SOL_USDC_JKVK";

    /// Longer than any look-up that does not wait.
    private static final Duration A_WHILE = Duration.ofMillis(700);

    @TempDir
    private static Path data;

    private static TestDatabase database;
    private static Program program;
    private static Breet breet;
    private static String path;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        program = Program.on(data)
                .with("OFFRAMP_DATABASE_URL", database.address().jdbcUrl())
                .start();
        breet = program.sandbox();
        String address = breet.generate(USDC, "funds", "").get("address").asString();
        breet.mock(address, USDC, "100", "100", "funds");
        breet.await(
                "/trades/transactions",
                SOON,
                trades -> trades.get(0).get("walletCredited").asBoolean());
        Breet.Reply bank = breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"0123456782\"}");
        path = "/payments/withdraw/bank/" + bank.data().get("id").asString();
    }

    @AfterAll
    static void stop() {
        program.close();
        database.close();
    }

    @Test
    void aLookUpWaitsForTheRequestAndItsTwinGetsTheSameAnswer() throws SQLException {
        Wish wish = new Wish("rent: March / April");
        CompletableFuture<Breet.Reply> placed;
        CompletableFuture<Breet.Reply> twin;
        CompletableFuture<Breet.Reply> found;
        try (HeldBalances _ = new HeldBalances()) {
            placed = later(wish::withdraw);
            awaitPass();
            found = later(wish::lookUp);
            twin = later(wish::withdraw);
            assertThat(isDoneWithin(found, A_WHILE)).isFalse();
            assertThat(twin).isNotDone();
        }

        assertThat(placed.join().status()).isEqualTo(200);
        assertThat(twin.join().text()).isEqualTo(placed.join().text());
        assertThat(found.join().status()).isEqualTo(200);
        assertThat(found.join().data().get("id")).isEqualTo(placed.join().data().get("id"));
        assertThat(wish.timesPlaced()).isEqualTo(1);
    }

    @Test
    void aClientWhoseConnectionBrokeFindsWhatItHadAskedFor() throws SQLException, IOException {
        Wish wish = new Wish("rent: May");
        CompletableFuture<Breet.Reply> found;
        try (HeldBalances _ = new HeldBalances()) {
            wish.askAndBreakOff();
            found = later(wish::lookUp);
            assertThat(isDoneWithin(found, A_WHILE)).isFalse();
        }

        assertThat(found.join().status()).as(found.join().text()).isEqualTo(200);
        assertThat(found.join().data().get("externalId").asString()).isEqualTo(wish.externalId());
        assertThat(wish.timesPlaced()).isEqualTo(1);
    }

    @Test
    void aLookUpIsToldToComeBackRatherThanThatThereIsNothing() throws SQLException, IOException {
        Wish wish = new Wish("rent: June");
        try (HeldBalances _ = new HeldBalances()) {
            wish.askAndBreakOff();

            Breet.Reply found = wish.lookUp();

            assertThat(found.status() + " " + found.message()).isEqualTo("503 service unavailable");
        }
    }

    /// A withdrawal that a client wants once.
    private record Wish(String externalId) {

        String body() {
            return "{\"amount\":1000,\"pin\":\""
                    + program.credentials().get("pin").asString() + "\",\"externalId\":\"" + externalId + "\"}";
        }

        Breet.Reply withdraw() {
            return breet.post(path, body());
        }

        void askAndBreakOff() throws IOException, SQLException {
            URI server = URI.create(program.baseUrl());
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.getOutputStream().write(Volley.post(breet, path, body()).getBytes(StandardCharsets.UTF_8));
                awaitPass();
            }
        }

        Breet.Reply lookUp() {
            return breet.get(
                    "/payments/withdrawal/" + externalId.replace(" ", "%20").replace("/", "%2F"));
        }

        long timesPlaced() {
            return StreamSupport.stream(
                            breet.get("/payments/withdrawals?size=200").data().spliterator(), false)
                    .filter(each -> each.path("externalId").asString("").equals(externalId))
                    .count();
        }
    }

    /// Every balance, until it is closed.
    private static final class HeldBalances implements AutoCloseable {
        private final Connection connection = connect();

        HeldBalances() throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT FROM guarded_balance FOR UPDATE");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.address().jdbcUrl());
    }

    /// Until a request is being worked on.
    private static void awaitPass() throws SQLException {
        long until = System.nanoTime() + SOON.toNanos();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < until) {
                try (ResultSet found = statement.executeQuery("SELECT FROM gate_pass WHERE kind = 'external-id'")) {
                    if (found.next()) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no request came");
    }

    private static CompletableFuture<Breet.Reply> later(Supplier<Breet.Reply> request) {
        CompletableFuture<Breet.Reply> reply = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                reply.complete(request.get());
            } catch (RuntimeException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    private static boolean isDoneWithin(CompletableFuture<?> future, Duration patience) {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
