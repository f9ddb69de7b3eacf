package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The headers by which a receiver knows that a delivery is ours and unchanged: the plain secret, and those of the
/// Standard Webhooks specification (`v1`, HMAC-SHA-256 over `id.timestamp.body`), once per valid secret.
final class Signatures {

    private static final String HMAC = "HmacSHA256";

    private Signatures() {}

    static List<Map.Entry<String, String>> headers(Secrets.Valid secrets, ObjectId eventId, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        String signatures = secrets.oldestFirst().stream()
                .map(secret -> sign(secret, eventId + "." + timestamp + ".", body))
                .collect(Collectors.joining(" "));
        return List.of(
                Map.entry("x-webhook-secret", secrets.presented().value()),
                Map.entry("webhook-id", eventId.value()),
                Map.entry("webhook-timestamp", timestamp),
                Map.entry("webhook-signature", signatures));
    }

    private static String sign(WebhookSecret secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.key(), HMAC));
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
