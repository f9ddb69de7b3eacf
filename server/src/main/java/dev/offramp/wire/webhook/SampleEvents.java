package dev.offramp.wire.webhook;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.webhooks.Announcement;
import dev.offramp.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An event of each kind as a receiver would get it, to try receivers with: the golden example that the API's
/// description shows, about no object that exists.
///
/// A receiver finds its customer by an id, an address, a label, a `vaultId` or a transaction. None of those here is
/// anybody's, so that one that looks finds nobody; and its `sequence` counts in an object of its own.
public final class SampleEvents {

    private static final String TEST = "test";

    /// Of the form that numbers of wallets have; the first wallet's is 1.
    private static final String NO_WALLET = "0";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private SampleEvents() {}

    /// @param settings of the tenant whose receiver is tried
    /// @param at when it is said to have happened: now
    public static Announcement of(
            EventType type, TenantSettings settings, ObjectId eventId, Instant at, Optional<String> requestId) {
        Map<String, Object> event = example(type);
        int sequence = ((Number) event.get("sequence")).intValue();
        replace(event, settings, eventId, at);
        return new Announcement(
                settings.tenant(),
                Announcement.TEST,
                new dev.offramp.webhooks.EventType(type.code()),
                eventId,
                sequence,
                at,
                Json.bytes(event),
                requestId,
                Announcement.TEST);
    }

    private static void replace(Map<String, Object> event, TenantSettings settings, ObjectId eventId, Instant at) {
        String nobody = Announcement.TEST.value();
        event.replace("id", nobody);
        event.replace("eventId", eventId.value());
        event.replace("eventTime", at);
        event.replace("createdAt", at.toEpochMilli());
        event.replace("updatedAt", at.toEpochMilli());
        event.replace("trade", nobody);
        event.replace("label", TEST);
        event.replace("vaultId", NO_WALLET);
        event.replace("txHash", TEST + "-" + eventId);
        event.replace("destinationDescription", "Partner_" + settings.merchantReference() + "_" + TEST);
        event.computeIfPresent("reference", (_, example) -> example.toString().substring(0, 2) + nobody);
    }

    private static Map<String, Object> example(EventType type) {
        String name = "/exchanges/events/" + type.code() + ".http";
        try (InputStream file = Objects.requireNonNull(SampleEvents.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return MAPPER.readValue(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1), OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
