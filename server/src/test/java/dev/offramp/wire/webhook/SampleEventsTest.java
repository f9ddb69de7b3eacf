package dev.offramp.wire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.webhooks.Announcement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Test events look like real ones and lead a receiver to nobody.
class SampleEventsTest {

    private static final ObjectId EVENT = new ObjectId("66f000000000000000000abc");
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01.500Z");
    private static final TenantSettings SETTINGS = new TenantSettings(
            new Tenant(new IntegrationId(new ObjectId("66f000000000000000000fff")), Environment.DEVELOPMENT),
            "B-QRSTVW",
            Fiat.NGN,
            Percent.ZERO,
            FeeTiers.STANDARD);

    /// Where a receiver may find whose it is.
    private static final Set<String> POINTERS = Set.of("id", "trade", "vaultId", "label", "txHash", "reference");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isACompleteEventOfItsKind(EventType type) {
        JsonNode body = body(type);

        assertThat(body.get("event").asString()).isEqualTo(type.code());
        assertThat(body.get("eventId").asString()).isEqualTo(EVENT.value());
        assertThat(body.get("eventTime").asString()).isEqualTo("2026-05-04T03:02:01.500Z");
        assertThat(body.propertyNames()).isSubsetOf(keys(type));
        assertThat(body.path("createdAt").asLong(NOW.toEpochMilli())).isEqualTo(NOW.toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isAboutNobody(EventType type) {
        Announcement event = event(type);
        JsonNode body = body(type);

        assertThat(event.reference()).isEqualTo(Announcement.TEST);
        assertThat(body.get("id").asString()).isEqualTo(Announcement.TEST.value());
        for (String pointer : POINTERS) {
            assertThat(body.path(pointer).asString(""))
                    .as(pointer)
                    .matches("|0|test|test-" + EVENT + "|(po|wd)?" + Announcement.TEST);
        }
        assertThat(body.path("destinationDescription").asString("")).isIn("", "Partner_B-QRSTVW_test");
        assertThat(body.toString()).doesNotContain("66f00000000000000000000");
    }

    private static Set<String> keys(EventType type) {
        return java.util.Arrays.stream(type.shape().getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Announcement event(EventType type) {
        return SampleEvents.of(type, SETTINGS, EVENT, NOW, Optional.empty());
    }

    private static JsonNode body(EventType type) {
        return new JsonMapper().readTree(event(type).body());
    }
}
