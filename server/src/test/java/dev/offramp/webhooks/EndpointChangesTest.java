package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What owners change by hand, each in a transaction of theirs.
class EndpointChangesTest {

    private static final String URL = "https://shop.example/hook";
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();
    private EndpointId endpoint;

    @BeforeEach
    void save() {
        endpoint = scene.endpoint(scene.tenant, URL);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsNothingWhileItIsTurnedOffAndEverythingAfterwards() {
        assertThat(disable(scene.tenant, "closed")).isTrue();
        assertThat(scene.only(scene.tenant).disabled())
                .map(Endpoint.Disabled::reason)
                .contains("closed");
        scene.enqueue(scene.event(trade));
        scene.deliver();
        assertThat(scene.client.calls()).isEmpty();

        scene.webhooks.enable(scene.tenant, endpoint);
        scene.deliver();

        assertThat(scene.client.bodies()).containsExactly("trade.completed 1");
    }

    @Test
    void keepsTheReasonThatItWasDisabledFor() {
        scene.enqueue(scene.event(trade));
        scene.client.always(410);
        scene.deliver();

        disable(scene.tenant, "closed");

        assertThat(scene.only(scene.tenant).disabled())
                .map(Endpoint.Disabled::reason)
                .contains("the receiver answered 410 Gone");
    }

    @Test
    void receivesOtherEventsFromTheNextOn() {
        Endpoint.Events flagged = new Endpoint.Events.Chosen(Set.of(new EventType("trade.flagged")));

        assertThat(setEvents(scene.tenant, flagged)).isTrue();

        scene.enqueue(scene.event(trade));
        assertThat(scene.only(scene.tenant).events()).isEqualTo(flagged);
        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void belongsToOneTenant() {
        Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);
        for (Tenant stranger : List.of(scene.other, production)) {
            assertThat(disable(stranger, "closed")).isFalse();
            assertThat(setEvents(stranger, new Endpoint.Events.All())).isFalse();
            assertThat(found(stranger)).isEmpty();
            assertThat(scene.webhooks.remove(stranger, endpoint)).isFalse();
        }
        assertThat(scene.only(scene.tenant).disabled()).isEmpty();
    }

    @Test
    void sendsOneRecordAgainAndNoOther() {
        scene.enqueue(scene.event(trade), scene.event(trade));
        scene.client.always(500);
        scene.deliver();
        scene.client.forget();
        scene.client.always(200);
        DeliveryRecord second = scene.records(scene.tenant).stream()
                .filter(record -> record.event().sequence() == 2)
                .findFirst()
                .orElseThrow();

        assertThat(scene.webhooks.resend(scene.tenant, second.id()))
                .map(Webhooks.Resent::delivered)
                .contains(true);

        assertThat(scene.client.bodies()).containsExactly("trade.completed 2");
        assertThat(scene.webhooks
                        .record(scene.tenant, second.id())
                        .orElseThrow()
                        .state())
                .isInstanceOf(State.Delivered.class);
        assertThat(scene.webhooks.resend(scene.other, second.id())).isEmpty();
    }

    @Test
    void showsBothSecretsUntilTheOldOneEnds() {
        WebhookSecret first = scene.webhooks.secret(scene.tenant);
        assertThat(standing(scene.tenant).current()).isEqualTo(first);
        assertThat(standing(scene.tenant).old()).isEmpty();

        WebhookSecret second = scene.webhooks.rotateSecret(scene.tenant, OVERLAP);

        assertThat(standing(scene.tenant).current()).isEqualTo(second);
        assertThat(standing(scene.tenant).old())
                .contains(new SecretStanding.Old(
                        first,
                        scene.clock
                                .instant()
                                .truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                                .plus(OVERLAP)));
        scene.clock.advance(OVERLAP);
        assertThat(standing(scene.tenant).old()).isEmpty();
        assertThat(standing(scene.tenant).toString()).doesNotContain(second.value());
    }

    @Test
    void saysWhetherTheOtherEnvironmentSharesTheSecret() {
        Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);
        assertThat(standing(production).current())
                .isEqualTo(standing(scene.tenant).current());
        assertThat(standing(production).isOwn()).isFalse();

        scene.webhooks.rotateOwnSecret(production, Duration.ZERO);

        assertThat(standing(production).isOwn()).isTrue();
        assertThat(standing(scene.tenant).isOwn()).isFalse();
        assertThat(standing(production).current())
                .isNotEqualTo(standing(scene.tenant).current());
    }

    private SecretStanding standing(Tenant tenant) {
        return scene.db.transact(tx -> scene.webhooks.secretStanding(tx, tenant));
    }

    private boolean disable(Tenant tenant, String reason) {
        return scene.db.transact(tx -> scene.webhooks.disable(tx, tenant, endpoint, reason));
    }

    private boolean setEvents(Tenant tenant, Endpoint.Events events) {
        return scene.db.transact(tx -> scene.webhooks.setEvents(tx, tenant, endpoint, events));
    }

    private Optional<Endpoint> found(Tenant tenant) {
        return scene.db.transact(tx -> scene.webhooks.endpoint(tx, tenant, endpoint));
    }
}
