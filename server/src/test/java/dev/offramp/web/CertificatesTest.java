package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS by the program itself.
class CertificatesTest {

    private static final int CALLERS = 8;
    private static final int RENEWALS = 20;

    @TempDir
    private static Path shared;

    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    private Path folder;

    private TlsFiles files;
    private Web web;

    @BeforeAll
    static void make() throws IOException, InterruptedException, GeneralSecurityException {
        first = TestCertificate.make(shared, "EC", 1);
        second = TestCertificate.make(shared, "EC", 2);
    }

    @BeforeEach
    void start() throws IOException {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        first.write(files);
        web = create(files);
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private static Web create(TlsFiles files) {
        ManualClock clock = new ManualClock();
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), 16, Optional.of(files));
        Face face =
                new TestFace("/", request -> TestFace.text(200, request.peer().isSecure() ? "secure" : "plain"));
        return Web.create(settings, List.of(face), clock, new ObjectIds(clock, new Random(1)));
    }

    private void renew() {
        web.certificateStep().orElseThrow().runOnce();
    }

    private HttpResponse<String> ask(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + web.port() + "/"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static X509Certificate shownTo(HttpResponse<String> answer) throws IOException {
        return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    @Test
    void makeAConnectionThatNobodyCanRead() throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient client = first.client()) {
            HttpResponse<String> answer = ask(client);

            assertThat(answer.body()).isEqualTo("secure");
            assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(shownTo(answer)).isEqualTo(first.certificate());
        }
    }

    @Test
    void takesRsaToo() throws IOException, InterruptedException, GeneralSecurityException {
        TestCertificate other = TestCertificate.make(folder, "RSA", 3);
        other.write(files);

        renew();

        try (HttpClient client = other.client()) {
            assertThat(ask(client).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsARenewedCertificateToNewConnectionsWhileOldOnesGoOn()
            throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient old = first.client();
                HttpClient young = second.client()) {
            ask(old);
            second.write(files);
            renew();

            assertThat(shownTo(ask(young))).isEqualTo(second.certificate());
            assertThat(shownTo(ask(old))).isEqualTo(first.certificate());
        }
    }

    @Test
    void keepsTheOldOneWhileTheFilesAreInTheMaking()
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.writeString(files.certificate(), second.chainPem());
        renew();
        Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\nMC4");
        renew();
        Files.delete(files.key());
        renew();
        try (HttpClient client = first.client()) {
            assertThat(ask(client).statusCode()).isEqualTo(200);
        }

        second.write(files);
        renew();
        try (HttpClient client = second.client()) {
            assertThat(ask(client).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dropsNoRequestWhileItIsRenewedAgainAndAgain()
            throws IOException, InterruptedException, GeneralSecurityException, ExecutionException {
        AtomicBoolean isOver = new AtomicBoolean();
        List<Future<Integer>> callers = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                boolean keepsItsConnection = i % 2 == 0;
                callers.add(all.submit(() -> askUntil(isOver, keepsItsConnection)));
            }
            for (int i = 0; i < RENEWALS; i++) {
                (i % 2 == 0 ? second : first).write(files);
                renew();
                Thread.sleep(25);
            }
            isOver.set(true);
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isPositive();
            }
        }
    }

    /// @return how many requests were answered; all were
    private int askUntil(AtomicBoolean isOver, boolean keepsItsConnection)
            throws IOException, InterruptedException, GeneralSecurityException {
        int answered = 0;
        HttpClient client = TestCertificate.client(first, second);
        while (!isOver.get()) {
            assertThat(ask(client).statusCode()).isEqualTo(200);
            answered++;
            if (!keepsItsConnection) {
                client.close();
                client = TestCertificate.client(first, second);
            }
        }
        client.close();
        return answered;
    }

    @Test
    void doesNotStartWithFilesThatAreNoCertificateAndKey() throws IOException {
        Files.writeString(files.key(), second.keyPem());
        assertThatThrownBy(() -> create(files))
                .isInstanceOf(UnusableCertificate.class)
                .hasMessage("the key is not the certificate's");

        Files.writeString(files.key(), "secret");
        assertThatThrownBy(() -> create(files))
                .isInstanceOf(UnusableCertificate.class)
                .hasMessageNotContaining("secret");

        Files.delete(files.certificate());
        assertThatThrownBy(() -> create(files))
                .isInstanceOf(UnusableCertificate.class)
                .hasMessage("cannot read " + files.certificate());
    }
}
