package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The headers of a delivery, all but `Host` and `Content-Length`: one place says what they are, for whoever sends one.
public final class DeliveryHeaders {

    private DeliveryHeaders() {}

    /// For whoever passes a delivery on to a receiver that the server cannot call.
    ///
    /// @param secret of the tenant whose event it is
    /// @param at of this attempt
    /// @param requestId the API request that led to the event; empty where nobody asked
    public static List<Map.Entry<String, String>> of(
            WebhookSecret secret, ObjectId eventId, Instant at, byte[] body, Optional<String> requestId) {
        return of(new Secrets.Valid(List.of(secret)), eventId, at, body, requestId);
    }

    static List<Map.Entry<String, String>> of(
            Secrets.Valid secrets, ObjectId eventId, Instant at, byte[] body, Optional<String> requestId) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(plain());
        requestId.ifPresent(id -> headers.add(Map.entry("X-Request-Id", id)));
        headers.addAll(Signatures.headers(secrets, eventId, at, body));
        return List.copyOf(headers);
    }

    /// Those that prove nothing.
    static List<Map.Entry<String, String>> plain() {
        return List.of(Map.entry("Content-Type", "application/json"), Map.entry("User-Agent", "Offramp-Webhooks"));
    }
}
