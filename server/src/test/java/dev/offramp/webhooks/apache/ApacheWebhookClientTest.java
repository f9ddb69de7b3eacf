package dev.offramp.webhooks.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.TestReceiver;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Answer.Responded;
import dev.offramp.webhooks.WebhookClient.Answer.Unanswered;
import dev.offramp.webhooks.WebhookClient.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ApacheWebhookClientTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static TestCertificate certificate;

    private final TestReceiver receiver = TestReceiver.start(TestReceiver.status(200));
    private ApacheWebhookClient client =
            ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT), HostNames.system());

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) {
        certificate = TestCertificate.make(folder, "ip:127.0.0.1");
    }

    @AfterEach
    void close() {
        client.close();
        receiver.close();
    }

    @Test
    void postsTheBytesAndHeadersItIsGiven() {
        Answer answer = send("{\"a\":\"é\"}", Map.of("webhook-id", "abc", "Content-Type", "application/json"));

        TestReceiver.Request request = receiver.requests().getFirst();
        assertThat(answer).isEqualTo(new Responded(200, "", Optional.empty()));
        assertThat(request.line()).isEqualTo("POST /hook HTTP/1.1");
        assertThat(request.text()).isEqualTo("{\"a\":\"é\"}");
        assertThat(request.headers())
                .containsOnlyKeys("webhook-id", "content-type", "content-length", "host", "connection")
                .containsEntry("content-length", "10")
                .containsEntry("content-type", "application/json")
                .containsEntry("webhook-id", "abc");
    }

    @Test
    void answersWithStatusBodyAndRetryAfter() {
        receiver.now((request, out) -> TestReceiver.answer(out, 503, "Retry-After: 120\r\n", "busy"));

        assertThat(send()).isEqualTo(new Responded(503, "busy", Optional.of("120")));
    }

    @Test
    void reusesAConnection() {
        send();
        send();

        assertThat(receiver.connectionsMade()).isEqualTo(1);
    }

    @Test
    void doesNotFollowRedirects() {
        try (TestReceiver other = TestReceiver.start(TestReceiver.status(200))) {
            receiver.now((request, out) -> TestReceiver.answer(out, 307, "Location: " + other.url() + "\r\n", ""));

            assertThat(send()).isEqualTo(new Responded(307, "", Optional.empty()));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void doesNotRepeatByItself() {
        receiver.now((request, out) -> TestReceiver.answer(out, 503, "Retry-After: 0\r\n", ""));

        send();

        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void cutsOffAReceiverThatNeverAnswers() {
        receiver.now((request, out) -> waitForTheEnd());

        assertThat(send(SHORT)).isEqualTo(new Unanswered("timed out after 1 s"));
    }

    @Test
    void cutsOffABodyThatComesByteByByte() {
        receiver.now((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out, 'x');
        });

        assertThat(send(SHORT)).isEqualTo(new Unanswered("timed out after 1 s"));
    }

    @Test
    void cutsOffHeadersThatComeByteByByte() {
        receiver.now((request, out) -> drip(out, 'H'));

        assertThat(send(SHORT)).isEqualTo(new Unanswered("timed out after 1 s"));
    }

    @Test
    void cutsOffAHandshakeThatNeverEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(client.send(call("https://127.0.0.1:" + silent.getLocalPort() + "/", SHORT)))
                    .isEqualTo(new Unanswered("timed out after 1 s"));
        }
    }

    @Test
    void cutsOffANameLookUpThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        resolveWith(host -> {
            awaitQuietly(never);
            return List.of();
        });

        assertThat(client.send(call("http://slow.example/", SHORT))).isEqualTo(new Unanswered("timed out after 1 s"));
        never.countDown();
    }

    @Test
    void keepsFourKilobytesOfAnEndlessBody() {
        receiver.now((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(chunk);
            }
        });

        assertThat(send()).isEqualTo(new Responded(200, "x".repeat(4096), Optional.empty()));
    }

    @Test
    void readsALongBodyToItsEndButKeepsFourKilobytes() {
        receiver.now((request, out) -> TestReceiver.answer(out, 200, "", "y".repeat(50_000)));

        assertThat(send()).isEqualTo(new Responded(200, "y".repeat(4096), Optional.empty()));
        send();
        assertThat(receiver.connectionsMade()).isEqualTo(1);
    }

    @Test
    void makesTextOfAnyBytes() {
        receiver.now((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = new byte[4096];
            java.util.Arrays.fill(bytes, (byte) 0xFF);
            bytes[0] = 0;
            out.write(bytes);
        });

        Responded answer = (Responded) send();

        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
        assertThat(answer.body()).doesNotContain("\0").startsWith("\uFFFD").endsWith("\uFFFD");
    }

    @Test
    void doesNotUnpackCompressedBodies() {
        receiver.now((request, out) -> TestReceiver.answer(out, 200, "Content-Encoding: gzip\r\n", "not gzip"));

        assertThat(send()).isEqualTo(new Responded(200, "not gzip", Optional.empty()));
        assertThat(receiver.requests().getFirst().header("accept-encoding")).isEmpty();
    }

    @Test
    void namesARefusedConnection() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(client.send(call("http://127.0.0.1:" + port + "/", LIMIT)))
                .isEqualTo(new Unanswered("connection refused"));
    }

    @Test
    void namesAHostThatDoesNotResolve() {
        resolveWith(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(client.send(call("http://nowhere.example/", LIMIT)))
                .isEqualTo(new Unanswered("host does not resolve"));
    }

    @Test
    void namesAConnectionThatIsClosedWithoutAnAnswer() {
        receiver.now((request, out) -> out.close());

        assertThat(send()).isEqualTo(new Unanswered("connection closed without a whole answer"));
    }

    @Test
    void namesAnAnswerThatIsCutShort() {
        receiver.now((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
            out.close();
        });

        assertThat(send()).isEqualTo(new Unanswered("connection closed without a whole answer"));
    }

    @Test
    void namesAnAnswerThatIsNotHttp() {
        receiver.now((request, out) -> {
            out.write("SSH-2.0-OpenSSH_9.2\r\n".repeat(2000).getBytes(StandardCharsets.US_ASCII));
            out.close();
        });

        assertThat(send()).isEqualTo(new Unanswered("answer is not HTTP"));
    }

    @Test
    void namesAPortWithoutTls() {
        try (TestReceiver plain = TestReceiver.start(TestReceiver.status(400))) {
            assertThat(client.send(call("https://127.0.0.1:" + plain.port() + "/", LIMIT)))
                    .isEqualTo(new Unanswered("TLS handshake failed"));
        }
    }

    @Test
    void namesAnUntrustedCertificate() {
        try (TestReceiver secure = TestReceiver.start(certificate.socket(), TestReceiver.status(200))) {
            assertThat(client.send(call(https(secure), LIMIT))).isEqualTo(new Unanswered("certificate not trusted"));
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void namesACertificateForAnotherHost() {
        trust(certificate);
        try (TestReceiver secure = TestReceiver.start(certificate.socket(), TestReceiver.status(200))) {
            assertThat(client.send(call("https://localhost:" + secure.port() + "/", LIMIT)))
                    .isEqualTo(new Unanswered("certificate is for another host"));
        }
    }

    @Test
    void deliversOverTls() {
        trust(certificate);
        try (TestReceiver secure = TestReceiver.start(certificate.socket(), TestReceiver.status(200))) {
            assertThat(client.send(call(https(secure), LIMIT))).isEqualTo(new Responded(200, "", Optional.empty()));
        }
    }

    @Test
    void judgesTheAddressOfEveryConnection() {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1", "169.254.169.254"));
        resolveWith(host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));
        receiver.now((request, out) -> {
            TestReceiver.answer(out, 200, "Connection: close\r\n", "");
            out.close();
        });
        String url = "http://rebound.example:" + receiver.port() + "/";

        assertThat(client.send(call(url, LIMIT))).isEqualTo(new Responded(200, "", Optional.empty()));
        assertThat(client.send(call(url, LIMIT))).isEqualTo(new Unanswered("host resolves to a private address"));
        assertThat(client.send(call(url, LIMIT))).isEqualTo(new Unanswered("host resolves to a link-local address"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void refusesAHostWithOneAddressThatIsNotPublic() {
        resolveWith(host -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("fd00::1")));

        assertThat(client.send(call("http://two.example:" + receiver.port() + "/", LIMIT)))
                .isEqualTo(new Unanswered("host resolves to a private address"));
    }

    @Test
    void refusesMappedAddresses() {
        assertThat(client.send(call("http://[::ffff:127.0.0.1]:" + receiver.port() + "/", LIMIT)))
                .isEqualTo(new Unanswered("host resolves to an IPv4-mapped address"));
    }

    @Test
    void judgesOtherSpellingsOfAnAddressAlike() {
        client.close();
        client = ApacheWebhookClient.create(Set.of(), HostNames.system());

        assertThat(client.send(call("http://2130706433:" + receiver.port() + "/", LIMIT)))
                .isEqualTo(new Unanswered("host resolves to a loopback address"));
    }

    @Test
    void refusesThisMachineInProductionEvenOverAnOpenConnection() {
        send();

        Call production =
                new Call(Environment.PRODUCTION, URI.create(receiver.url()), List.of(), new byte[] {'{', '}'}, LIMIT);

        assertThat(client.send(production)).isEqualTo(new Unanswered("host resolves to a loopback address"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void allowsThisMachineInProductionWhereThatIsSet() {
        client.close();
        client = ApacheWebhookClient.create(Set.of(Environment.PRODUCTION), HostNames.system());
        Call production =
                new Call(Environment.PRODUCTION, URI.create(receiver.url()), List.of(), new byte[] {'{', '}'}, LIMIT);

        assertThat(client.send(production)).isEqualTo(new Responded(200, "", Optional.empty()));
    }

    @Test
    void usesNoProxyOfTheMachine() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        try {
            assertThat(send()).isEqualTo(new Responded(200, "", Optional.empty()));
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    private Answer send() {
        return send(LIMIT);
    }

    private Answer send(Duration limit) {
        return client.send(call(receiver.url(), limit));
    }

    private Answer send(String body, Map<String, String> headers) {
        return client.send(new Call(
                Environment.DEVELOPMENT,
                URI.create(receiver.url()),
                List.copyOf(headers.entrySet()),
                body.getBytes(StandardCharsets.UTF_8),
                LIMIT));
    }

    private static Call call(String url, Duration limit) {
        return new Call(Environment.DEVELOPMENT, URI.create(url), List.of(), new byte[] {'{', '}'}, limit);
    }

    private void resolveWith(HostNames names) {
        client.close();
        client = ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT), names);
    }

    private void trust(TestCertificate certificate) {
        client.close();
        client = ApacheWebhookClient.create(
                Set.of(Environment.DEVELOPMENT),
                HostNames.system(),
                new DefaultClientTlsStrategy(certificate.trusting()));
    }

    private static String https(TestReceiver secure) {
        return "https://127.0.0.1:" + secure.port() + "/hook";
    }

    /// Writes a byte now and then until the caller goes away.
    private static void drip(java.io.OutputStream out, char c) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                out.write(c);
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitForTheEnd() {
        awaitQuietly(new CountDownLatch(1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
