package dev.offramp.client;

import dev.offramp.client.api.AddressCreated;
import dev.offramp.client.api.Event;
import dev.offramp.client.api.TradeEvent;
import dev.offramp.client.api.WithdrawalEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Says whether a delivery is genuine, unchanged and recent, and reads it. Give it the bytes as they came, before any
 * parser. The signature is that of Standard Webhooks: {@code v1}, HMAC-SHA-256 over {@code id.timestamp.body}.
 */
public final class WebhookVerifier {

    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final InstantSource clock;

    /**
     * @param secret the webhook secret, {@code whsec_} and all
     */
    public WebhookVerifier(String secret) {
        this(secret, InstantSource.system());
    }

    WebhookVerifier(String secret, InstantSource clock) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
        }
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC);
        this.clock = clock;
    }

    /**
     * What was told; empty when it is not from the server, was changed on its way, or is older than five minutes: answer
     * 401 then. Else answer 200 before you work, and do the work once for each {@link Event#eventId}.
     *
     * @param headers answers a header's value by its name in lower case, or null
     */
    public Optional<Event> event(Function<String, String> headers, byte[] body) {
        return isGenuine(headers, body) ? Optional.of(read(body)) : Optional.empty();
    }

    private boolean isGenuine(Function<String, String> headers, byte[] body) {
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}") || !isRecent(Long.parseLong(timestamp))) {
            return false;
        }
        byte[] expected = ("v1," + sign(id + "." + timestamp + ".", body)).getBytes(StandardCharsets.US_ASCII);
        boolean isSigned = false;
        // While one secret replaces another there are two signatures, with a space between them.
        for (String given : header(headers, "webhook-signature").split(" ")) {
            isSigned |= MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
        }
        return isSigned;
    }

    private boolean isRecent(long seconds) {
        return Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                        .abs()
                        .compareTo(TOLERANCE)
                <= 0;
    }

    private static String header(Function<String, String> headers, String name) {
        return Optional.ofNullable(headers.apply(name)).orElse("");
    }

    private String sign(String start, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(start.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    private static Event read(byte[] body) {
        JsonNode event = Json.MAPPER.readTree(body);
        return switch (event.path("event").asString("")) {
            case "trade.address.created" -> Json.MAPPER.treeToValue(event, AddressCreated.class);
            case "trade.pending", "trade.completed", "trade.flagged", "trade.deleted" ->
                Json.MAPPER.treeToValue(event, TradeEvent.class);
            case "withdrawal.pending",
                    "withdrawal.processing",
                    "withdrawal.completed",
                    "withdrawal.reversed",
                    "withdrawal.rejected" -> Json.MAPPER.treeToValue(event, WithdrawalEvent.class);
            default ->
                new UnknownEvent(
                        event.path("event").asString(""), event.path("eventId").asString(""), event);
        };
    }

    @Override
    public String toString() {
        return "WebhookVerifier";
    }
}
