package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.offramp.db.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a receiver checks a delivery by (decision 30).
class SignaturesTest {

    private static final ObjectId EVENT = new ObjectId("69b3e33d5aef202395e800e8");
    private static final String BODY = "{\"label\":\"Ada’s wallet\"}";

    private final WebhookSecret old = WebhookSecret.make(new Random(1));
    private final WebhookSecret current = WebhookSecret.make(new Random(2));

    @Test
    void signsAsAnotherImplementationOfTheStandardReadsIt() {
        assertThatCode(() -> verify(old, headers(old), BODY)).doesNotThrowAnyException();
    }

    @Test
    void noticesAnyChangeOfTheBody() {
        assertThatThrownBy(() -> verify(old, headers(old), BODY + " "))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void signsWithBothSecretsWhileOneReplacesTheOther() {
        Map<String, List<String>> headers = headers(old, current);

        assertThatCode(() -> verify(old, headers, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> verify(current, headers, BODY)).doesNotThrowAnyException();
        assertThat(headers.get("x-webhook-secret")).containsExactly(old.value());
    }

    @Test
    void computesTheSignatureOfAKnownSecret() {
        // HMAC-SHA-256 of "69b3e33d5aef202395e800e8.1700000000.{}" under 32 bytes of 0x01, computed with OpenSSL.
        WebhookSecret secret = new WebhookSecret("whsec_"
                + Base64.getEncoder().encodeToString("\u0001".repeat(32).getBytes(StandardCharsets.US_ASCII)));

        Map<String, String> headers = Signatures.headers(
                        new Secrets.Valid(List.of(secret)),
                        EVENT,
                        Instant.ofEpochSecond(1_700_000_000),
                        "{}".getBytes(StandardCharsets.US_ASCII))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(headers)
                .containsEntry("webhook-id", "69b3e33d5aef202395e800e8")
                .containsEntry("webhook-timestamp", "1700000000")
                .containsEntry("webhook-signature", "v1,pOqmV8hfZg+D1DvVEym0ArqEA+tCC5YIuBtTVZpdrbk=");
    }

    @Test
    void secretsHaveTheFormOfTheStandard() {
        assertThat(current.value()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(current.toString()).doesNotContain(current.value());
        assertThatThrownBy(() -> new WebhookSecret("whsec_c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, List<String>> headers(WebhookSecret... oldestFirst) {
        return Signatures.headers(
                        new Secrets.Valid(List.of(oldestFirst)),
                        EVENT,
                        Instant.now(),
                        BODY.getBytes(StandardCharsets.UTF_8))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    private static void verify(WebhookSecret secret, Map<String, List<String>> headers, String body) throws Exception {
        new Webhook(secret.value()).verify(body, headers);
    }
}
