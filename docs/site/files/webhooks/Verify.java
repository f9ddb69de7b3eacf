import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class Verify {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Verify() {}

    /**
     * Whether a delivery is genuine, unchanged and recent.
     *
     * @param secret the webhook secret, {@code whsec_} and all
     * @param headers by lower-case name
     * @param body the bytes as they came, before any JSON parser
     */
    static boolean verify(String secret, Map<String, String> headers, byte[] body) throws GeneralSecurityException {
        String id = headers.getOrDefault("webhook-id", "");
        String timestamp = headers.getOrDefault("webhook-timestamp", "");
        String signatures = headers.getOrDefault("webhook-signature", "");
        if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sentAt, Instant.now()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        String digest = Base64.getEncoder().encodeToString(mac.doFinal(body));
        byte[] expected = ("v1," + digest).getBytes(StandardCharsets.UTF_8);
        // While one secret replaces another there are two signatures, with a space between them.
        boolean isValid = false;
        for (String signature : signatures.split(" ")) {
            // MessageDigest.isEqual takes the same time wherever the two differ.
            isValid |= MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), expected);
        }
        return isValid;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", environment("WEBHOOK_ID"));
        headers.put("webhook-timestamp", environment("WEBHOOK_TIMESTAMP"));
        headers.put("webhook-signature", environment("WEBHOOK_SIGNATURE"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        System.in.transferTo(body);
        boolean isValid = verify(environment("WEBHOOK_SECRET"), headers, body.toByteArray());
        System.out.println(isValid ? "valid" : "invalid");
        System.exit(isValid ? 0 : 1);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
