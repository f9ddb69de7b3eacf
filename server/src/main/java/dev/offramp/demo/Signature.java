package dev.offramp.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a receiver knows that a delivery is genuine, in both ways there are: the secret itself in `x-webhook-secret`, as
/// Breet's clients check it, and the signature of the Standard Webhooks specification over `id.timestamp.body`.
record Signature(String secret) {

    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    /// @param headers answers a header's value, or null
    boolean isOf(UnaryOperator<String> headers, byte[] body) {
        String shown = header(headers, "x-webhook-secret");
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        String expected = "v1," + sign(id + "." + timestamp + ".", body);
        boolean isSigned =
                Arrays.stream(header(headers, "webhook-signature").split(" ")).anyMatch(given -> same(given, expected));
        return same(shown, secret) && isSigned;
    }

    private static String header(UnaryOperator<String> headers, String name) {
        return Optional.ofNullable(headers.apply(name)).orElse("");
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String start, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC));
            mac.update(start.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "Signature";
    }
}
