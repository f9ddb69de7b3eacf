package dev.offramp.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The demo's reading of the specification against somebody else's.
class SignatureTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String BODY = "{\"event\":\"trade.pending\"}";
    private static final long TIME = 1_785_769_406;

    private final Map<String, String> headers = new HashMap<>();

    @BeforeEach
    void sign() throws Exception {
        headers.put("x-webhook-secret", SECRET);
        headers.put("webhook-id", "66f0a1b2c3d4e5f607182930");
        headers.put("webhook-timestamp", String.valueOf(TIME));
        headers.put(
                "webhook-signature",
                "v1,bm90aGluZw== " + new Webhook(SECRET).sign("66f0a1b2c3d4e5f607182930", TIME, BODY));
    }

    @Test
    void acceptsWhatIsSignedAndCarriesTheSecret() {
        assertThat(isGenuine(BODY)).isTrue();
    }

    @Test
    void refusesAnotherBody() {
        assertThat(isGenuine(BODY + " ")).isFalse();
    }

    @Test
    void refusesAnotherSecret() {
        headers.put("x-webhook-secret", SECRET + "x");
        assertThat(isGenuine(BODY)).isFalse();
    }

    @Test
    void refusesWhatIsNotSigned() {
        headers.remove("webhook-signature");
        assertThat(isGenuine(BODY)).isFalse();
    }

    private boolean isGenuine(String body) {
        return new Signature(SECRET).isOf(headers::get, body.getBytes(StandardCharsets.UTF_8));
    }
}
