package dev.offramp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.web.RawClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is told to come by TLS alone. [CertificatesTest] has the TLS of the program itself.
class TransportTest {

    /// The caller is at 127.0.0.1; `-` for a header that is not sent.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, https,       /a,      200, true",
        "127.0.0.0/8, HTTPS,       /a,      200, true",
        "127.0.0.0/8, https,       /bug,    500, true",
        "127.0.0.0/8, http,        /a,      200, false",
        "127.0.0.0/8, 'https,http',/a,      200, false",
        "127.0.0.0/8, -,           /a,      200, false",
        "10.0.0.0/8,  https,       /a,      200, false",
        "10.0.0.0/8,  -,           /a,      200, false",
        "10.0.0.0/8,  -,           /bug,    500, false"
    })
    void tellsThoseWhoCameByTls(String trusted, String proto, String path, int status, boolean isTold)
            throws IOException {
        try (Web web = web(AddressRange.parse(trusted).orElseThrow())) {
            web.start();
            String header = proto.equals("-") ? "" : "X-Forwarded-Proto: " + proto + "\r\n";

            Reply reply = RawClient.ask(
                    web.port(),
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n");

            assertThat(reply.status()).isEqualTo(status);
            assertThat(Optional.ofNullable(reply.headers().get("strict-transport-security")))
                    .isEqualTo(isTold ? Optional.of("max-age=31536000") : Optional.empty());
        }
    }

    private static Web web(AddressRange trusted) {
        ManualClock clock = new ManualClock();
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(trusted), 1, Optional.empty());
        Face face = new TestFace("/", request -> {
            if (request.path().equals("/bug")) {
                throw new IllegalStateException("a bug");
            }
            return TestFace.text(200, "");
        });
        return Web.create(settings, List.of(face), clock, new ObjectIds(clock, new Random(1)));
    }
}
