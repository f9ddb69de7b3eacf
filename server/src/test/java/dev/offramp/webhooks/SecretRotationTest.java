package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A secret takes the place of another while deliveries go on (decision 30).
class SecretRotationTest {

    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Scene scene = new Scene();
    private final Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);
    private WebhookSecret first;

    /// What a receiver could check a delivery by.
    private record Shown(String secret, int signatures) {}

    @BeforeEach
    void prepare() {
        scene.endpoint(scene.tenant, "https://shop.example/hooks");
        first = scene.webhooks.secret(scene.tenant);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Shown delivered() {
        scene.enqueue(
                scene.event(new ObjectId("%024x".formatted(scene.clock.instant().toEpochMilli()))));
        scene.deliver();
        WebhookClient.Call call = scene.client.calls().getLast();
        List<String> signatures =
                List.of(ScriptedClient.header(call, "webhook-signature").split(" "));
        return new Shown(ScriptedClient.header(call, "x-webhook-secret"), signatures.size());
    }

    @Test
    void showsTheOldOneAndSignsByBothUntilTheOverlapEnds() {
        WebhookSecret second = scene.webhooks.rotateSecret(scene.tenant, OVERLAP);

        assertThat(delivered()).isEqualTo(new Shown(first.value(), 2));
        scene.clock.advance(OVERLAP);
        assertThat(delivered()).isEqualTo(new Shown(second.value(), 1));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void endsTheOverlapAtTheOwnersWord() {
        WebhookSecret second = scene.webhooks.rotateSecret(scene.tenant, OVERLAP);

        assertThat(scene.webhooks.endSecretOverlap(scene.tenant)).isTrue();
        assertThat(delivered()).isEqualTo(new Shown(second.value(), 1));
        assertThat(scene.webhooks.endSecretOverlap(scene.tenant)).isFalse();
    }

    @Test
    void hasNoOverlapWhenTheOldOneIsKnownToSomebodyElse() {
        WebhookSecret second = scene.webhooks.rotateSecret(scene.tenant, Duration.ZERO);

        assertThat(delivered()).isEqualTo(new Shown(second.value(), 1));
    }

    @Test
    void leavesTwoAtMost() {
        WebhookSecret second = scene.webhooks.rotateSecret(scene.tenant, OVERLAP);
        scene.clock.advance(Duration.ofHours(1));
        scene.webhooks.rotateSecret(scene.tenant, OVERLAP);

        assertThat(delivered()).isEqualTo(new Shown(second.value(), 2));
    }

    @Test
    void oneSecretServesBothEnvironments() {
        scene.endpoint(production, "https://shop.example/production");
        scene.enqueue(scene.event(production, scene.ids.next(), Scene.COMPLETED));

        scene.deliver();

        assertThat(ScriptedClient.header(scene.client.calls().getLast(), "x-webhook-secret"))
                .isEqualTo(first.value());
    }

    @Test
    void leavesTheOtherEnvironmentAloneOnceOneHasItsOwn() {
        WebhookSecret own = scene.webhooks.rotateOwnSecret(scene.tenant, OVERLAP);

        assertThat(delivered()).isEqualTo(new Shown(first.value(), 2));
        assertThat(scene.webhooks.endSecretOverlap(production)).isFalse();
        assertThat(scene.webhooks.endSecretOverlap(scene.tenant)).isTrue();
        assertThat(delivered()).isEqualTo(new Shown(own.value(), 1));
        assertThat(scene.webhooks.secret(production)).isEqualTo(first);

        WebhookSecret shared = scene.webhooks.rotateSecret(production, Duration.ZERO);
        assertThat(scene.webhooks.secret(production)).isEqualTo(shared);
        assertThat(scene.webhooks.rotateOwnSecret(scene.tenant, Duration.ZERO))
                .isEqualTo(scene.webhooks.secret(scene.tenant))
                .isNotEqualTo(own);
    }

    @Test
    void changesNothingOfAnotherIntegration() {
        WebhookSecret others = scene.webhooks.secret(scene.other);

        scene.webhooks.rotateSecret(scene.tenant, Duration.ZERO);

        assertThat(scene.webhooks.secret(scene.other)).isEqualTo(others);
    }
}
