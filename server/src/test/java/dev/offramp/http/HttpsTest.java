package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.web.TestCertificate;
import dev.offramp.web.TlsFiles;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS by the program itself.
class HttpsTest {

    @TempDir
    private Path folder;

    @Test
    void isEnoughForProduction() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "EC", 1);
        TlsFiles files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        certificate.write(files);
        ManualClock clock = new ManualClock();
        Http http = Http.create(
                ChecksTest.settings(true, false), Callers.knowing(Callers.unlimited()), Things.all(), clock);
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), 1, Optional.of(files));
        try (Web web = Web.create(settings, List.of(http), clock, new ObjectIds(clock, new Random(1)));
                HttpClient client = certificate.client()) {
            web.start();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("https://localhost:" + web.port() + "/v1/things"));
            Callers.headers("production").forEach(request::header);

            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
