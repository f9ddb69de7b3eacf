package dev.offramp.webhooks;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// The secret shared with a receiver: `whsec_` and the base64 of 24 to 64 random bytes, the form that Standard
/// Webhooks libraries read. It proves a delivery by itself (`x-webhook-secret`) and is the key of its signature.
public record WebhookSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;

    public WebhookSecret {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
        }
        int length = decode(value).length;
        if (length < BYTES_MIN || length > BYTES_MAX) {
            throw new IllegalArgumentException("a webhook secret has 24 to 64 bytes");
        }
    }

    static WebhookSecret make(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /// The key for signatures.
    byte[] key() {
        return decode(value);
    }

    private static byte[] decode(String value) {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
