package dev.offramp.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.client.api.AddressCreated;
import dev.offramp.client.api.Event;
import dev.offramp.client.api.TradeEvent;
import dev.offramp.client.api.WithdrawalEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden events, signed; and the same with one thing changed.
class WebhookVerifierTest {

    private static final Path EVENTS = Path.of("../server/src/main/resources/exchanges/events");
    private static final String SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    private final WebhookVerifier verifier = new WebhookVerifier(SECRET, InstantSource.fixed(NOW));

    static Stream<Path> events() throws IOException {
        return Files.list(EVENTS).sorted(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsEveryEvent(Path file) {
        byte[] body = body(file);
        Event event = verifier.event(signed(SECRET, NOW, body)::get, body).orElseThrow();

        String name = file.getFileName().toString();
        Class<?> type = name.startsWith("trade.address")
                ? AddressCreated.class
                : name.startsWith("trade")
                        ? TradeEvent.class
                        : name.startsWith("withdrawal") ? WithdrawalEvent.class : UnknownEvent.class;
        assertThat(event).isInstanceOf(type);
        assertThat(name).startsWith(event.event());
        assertThat(event.eventId()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, another",
        "webhook-timestamp, 1700000000",
        "webhook-timestamp, soon",
        "webhook-signature, 'v1,AAAA'",
        "webhook-signature, ''",
        "webhook-id, ''"
    })
    void knowsAForgery(String header, String value) {
        byte[] body = {'{', '}'};
        Map<String, String> headers = new HashMap<>(signed(SECRET, NOW, body));
        headers.put(header, value);
        assertThat(verifier.event(headers::get, body)).isEmpty();
    }

    @Test
    void takesEitherOfTwoSignaturesAndNothingOld() {
        byte[] body = {'{', '}'};
        Map<String, String> two = new HashMap<>(signed(SECRET, NOW, body));
        two.merge("webhook-signature", "v1,AAAA ", (own, other) -> other + own);
        assertThat(verifier.event(two::get, body)).isPresent();
        assertThat(verifier.event(signed(SECRET, NOW.minusSeconds(301), body)::get, body))
                .isEmpty();
        assertThat(verifier.event(signed(SECRET, NOW, body)::get, new byte[] {'['}))
                .isEmpty();
    }

    private static byte[] body(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> signed(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            mac.update(("e1." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "webhook-id",
                    "e1",
                    "webhook-timestamp",
                    String.valueOf(at.getEpochSecond()),
                    "webhook-signature",
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
