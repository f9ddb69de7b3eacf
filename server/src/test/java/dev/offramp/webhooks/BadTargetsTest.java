package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.apache.ApacheWebhookClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with a target, the delivery record says what happened, in words of its own.
class BadTargetsTest {

    /// Instead of the 15 seconds, so that the test need not wait for them.
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    private static Path folder;

    @Test
    void everyBadTargetEndsInARecordThatSaysWhatHappened() {
        try (BadTargets targets = new BadTargets(folder);
                ApacheWebhookClient client =
                        ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT), targets.names());
                Scene scene = new Scene()) {
            Webhooks webhooks = scene.worker(call -> client.send(shortened(call)), Runnable::run);
            Map<String, Tenant> tenants = new LinkedHashMap<>();
            for (BadTargets.Target target : targets.all()) {
                Tenant tenant = new Tenant(new IntegrationId(scene.ids.next()), Environment.DEVELOPMENT);
                webhooks.ensureSandboxEndpoint(tenant, target.url());
                scene.enqueue(scene.event(tenant, scene.ids.next(), Scene.COMPLETED));
                tenants.put(target.kind(), tenant);
            }

            Scene.deliver(webhooks);

            Map<String, String> said = new LinkedHashMap<>();
            tenants.forEach((kind, tenant) -> said.put(
                    kind, shown(scene.records(tenant).getFirst().attempts().getFirst())));
            assertThat(said)
                    .containsEntry("unresolvable", "host does not resolve")
                    .containsEntry("refused", "connection refused")
                    .containsEntry("slow", "timed out after 1 s")
                    .containsEntry("endless head", "answer is not HTTP")
                    .containsEntry("endless body", "200, 4096 characters")
                    .containsEntry("redirecting", "302, 9 characters")
                    .containsEntry("wrong certificate", "certificate not trusted")
                    .containsEntry("rebinding", "host resolves to a private address");
            // Only 2xx is a success; the endless body follows one.
            tenants.forEach((kind, tenant) -> assertThat(scene.states(tenant).getFirst() instanceof State.Delivered)
                    .as(kind)
                    .isEqualTo(kind.equals("endless body")));
        }
    }

    private static WebhookClient.Call shortened(WebhookClient.Call call) {
        return new WebhookClient.Call(call.environment(), call.url(), call.headers(), call.body(), LIMIT);
    }

    private static String shown(Attempt attempt) {
        return switch (attempt.result()) {
            case Result.Answered(int status, String body) -> status + ", " + body.length() + " characters";
            case Result.Unanswered(String why) -> why;
        };
    }
}
