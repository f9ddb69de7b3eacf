package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Contents;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.mail.smtp.TestMailServer;
import dev.offramp.web.TestCertificate;
import dev.offramp.webhooks.TestReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path data;

    private final ManualClock clock = new ManualClock();
    private final TestDatabase database = TestDatabase.create();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(clock, data, database.address());
        shop.run("books");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Map<String, String> states(int code) {
        Shop.Result result = shop.run("check", "--json");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return result.json().values().stream()
                .collect(Collectors.toMap(
                        line -> line.get("what").asString(),
                        line -> line.get("state").asString() + ": "
                                + line.get("detail").asString()));
    }

    @Test
    void findsNothingWrongWithASandboxAndChangesNothing() {
        Map<String, String> before = Contents.of(database.address());

        Map<String, String> states = states(0);

        assertThat(states)
                .containsEntry("settings", "ok: production off")
                .containsKeys("database", "keys", "certificate", "mail server", "prices development")
                .containsEntry("rail development ngn", "ok: it answers")
                .allSatisfy((what, state) -> assertThat(state).startsWith("ok"));
        assertThat(Contents.of(database.address())).isEqualTo(before);
    }

    @Test
    void makesNothingWhereNothingIsYet() {
        Path nowhere = data.resolve("nowhere");
        assertThat(new Shop(clock, nowhere).run("check").code()).isZero();
        assertThat(nowhere).doesNotExist();
        try (TestDatabase empty = TestDatabase.empty()) {
            assertThat(new Shop(clock, nowhere, empty.address()).run("check").out())
                    .contains("empty: the first start fills it");
            assertThat(Contents.isNothing(empty.address())).isTrue();
        }
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void findsLostAndForeignKeys() throws IOException {
        Files.move(data.resolve("keys/server.key"), data.resolve("lost"));
        assertThat(states(1).get("keys")).contains("the server key this database was made with is missing");
        assertThat(data.resolve("keys/server.key")).doesNotExist();
    }

    @Test
    void findsADatabaseThatIsAwayAndSettingsThatAreNone() throws IOException {
        shop.with("OFFRAMP_DATABASE_URL", "postgresql://nobody@127.0.0.1:" + freePort() + "/nothing")
                .with("OFFRAMP_PRODUKTION", "on");
        assertThat(states(1))
                .hasEntrySatisfying("database", state -> assertThat(state).startsWith("fault: the database "))
                .hasEntrySatisfying("settings", state -> assertThat(state).contains("OFFRAMP_PRODUKTION"));
        shop.with("OFFRAMP_PORT", "many");
        assertThat(states(1)).containsEntry("settings", "fault: OFFRAMP_PORT must be a number");
    }

    @Test
    void findsAMailServerThatIsAway() throws IOException {
        try (TestMailServer mail = TestMailServer.inTheClear()) {
            shop.with("OFFRAMP_SMTP_URL", mail.url().toString()).with("OFFRAMP_MAIL_FROM", "a@example.com");
            assertThat(states(0).get("mail server")).startsWith("ok");
        }
        shop.with("OFFRAMP_SMTP_URL", "smtp://127.0.0.1:" + freePort());
        assertThat(states(1).get("mail server")).startsWith("fault");
    }

    @Test
    void findsACertificateThatHasExpired() throws Exception {
        TestCertificate made = TestCertificate.make(data, "EC", 1);
        Path certificate = Files.writeString(data.resolve("certificate.pem"), made.chainPem());
        Path key = Files.writeString(data.resolve("key.pem"), made.keyPem());
        shop.with("OFFRAMP_TLS_CERTIFICATE_FILE", certificate.toString()).with("OFFRAMP_TLS_KEY_FILE", key.toString());
        Duration untilValid = Duration.between(
                clock.instant(), made.certificate().getNotBefore().toInstant());
        clock.advance(untilValid.plusDays(1));
        assertThat(states(0).get("certificate")).startsWith("ok");
        clock.advance(Duration.ofDays(60));
        assertThat(states(1).get("certificate")).contains("has expired");
        Files.writeString(certificate, "no certificate");
        assertThat(states(1).get("certificate")).contains("not a certificate and a key");
    }

    @Test
    void findsNodesThatAreAwayOrAstray() throws IOException {
        try (TestReceiver astray = TestReceiver.start((request, out) -> {
            byte[] body = """
                    {"jsonrpc":"2.0","id":1,"result":"0x38"}""".getBytes(StandardCharsets.US_ASCII);
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        })) {
            Path networks = Files.writeString(data.resolve("networks.json"), """
                    {"ethereum": {"chainId": 1, "confirmations": 12,
                     "urls": ["http://127.0.0.1:%d/secret-path", "%s"]}}
                    """.formatted(freePort(), astray.url()));
            shop.with("OFFRAMP_NETWORKS_FILE", networks.toString());
            Map<String, String> states = states(1);
            assertThat(states.toString()).doesNotContain("secret-path");
            assertThat(states.entrySet())
                    .filteredOn(state -> state.getKey().startsWith("ethereum node"))
                    .hasSize(2)
                    .allSatisfy(state -> assertThat(state.getValue()).startsWith("fault"));
            assertThat(states.get("ethereum tokens")).startsWith("skipped");
        }
        shop.with("OFFRAMP_NETWORKS_FILE", data.resolve("none.json").toString());
        assertThat(states(1).get("networks file")).contains("OFFRAMP_NETWORKS_FILE cannot be read");
    }

    @Test
    void findsAReceiverThatDoesNotAcknowledge() {
        try (TestReceiver receiver = TestReceiver.start((request, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(shop.run("webhooks", "add", "--url", receiver.url()).code())
                    .isZero();
            assertThat(states(0)).containsEntry("sandbox webhook " + receiver.url(), "ok: it acknowledges");
        }
        assertThat(states(1).values()).anyMatch(state -> state.startsWith("fault"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
