package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.EndpointOutcome.NotAcknowledged;
import dev.offramp.webhooks.TestReceiver.Request;
import dev.offramp.webhooks.apache.ApacheWebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole room against a receiver on a socket.
class RealReceiverTest {

    private final Scene scene = new Scene();
    private final ApacheWebhookClient client = ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT));
    private final Webhooks webhooks = scene.worker(client, Runnable::run);
    private final TestReceiver receiver = TestReceiver.start(TestReceiver.status(200));
    private final ObjectId trade = scene.ids.next();

    @BeforeEach
    void addEndpoint() {
        // Receivers compare the time of a delivery with their own clock.
        scene.clock.advance(Duration.between(scene.clock.instant(), Instant.now()));
        receiver.now((request, out) -> TestReceiver.answer(out, 200, "Connection: close\r\n", ""));
        webhooks.addEndpoint(scene.tenant, receiver.url(), new Endpoint.Events.All());
        receiver.now(TestReceiver.status(200));
        receiver.forget();
    }

    @AfterEach
    void close() {
        receiver.close();
        client.close();
        scene.close();
    }

    @Test
    void whatArrivesIsVerifiedByTheStandardsOwnLibrary() {
        Announcement event = scene.event(trade);
        scene.enqueue(event);

        Scene.deliver(webhooks);

        Request request = receiver.requests().getFirst();
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        String secret = webhooks.secret(scene.tenant).value();
        assertThatCode(() -> new Webhook(secret).verify(request.text(), headers))
                .doesNotThrowAnyException();
        assertThat(request.body()).isEqualTo(event.body());
        assertThat(request.header("content-length")).isEqualTo("17");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("x-webhook-secret")).isEqualTo(secret);
        assertThat(request.header("webhook-id")).isEqualTo(event.eventId().value());
    }

    @Test
    void aReceiverMayReadTheRecordWhileItIsCalled() {
        scene.enqueue(scene.event(trade));
        ConcurrentLinkedQueue<State> seen = new ConcurrentLinkedQueue<>();
        receiver.now((request, out) -> {
            seen.addAll(scene.states(scene.tenant));
            TestReceiver.answer(out, 200, "", "");
        });

        Scene.deliver(webhooks);

        assertThat(seen).containsExactly(new State.Pending());
    }

    @Test
    void aRedirectIsAFailedAttempt() {
        scene.enqueue(scene.event(trade));
        receiver.now((request, out) -> TestReceiver.answer(out, 302, "Location: /elsewhere\r\n", "moved"));

        Scene.deliver(webhooks);

        assertThat(scene.onlyRecord().attempts())
                .extracting(Attempt::result)
                .containsExactly(new Result.Answered(302, "moved"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void aReceiverThatIsDownIsTriedAgain() {
        scene.enqueue(scene.event(trade));
        receiver.close();

        Scene.deliver(webhooks);

        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Pending());
        assertThat(scene.onlyRecord().attempts())
                .extracting(Attempt::result)
                .containsExactly(new Result.Unanswered("connection refused"));
    }

    @Test
    void thisMachineCannotBeReachedFromProduction() {
        Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);

        EndpointOutcome outcome = webhooks.addEndpoint(
                production, "https://localhost:" + receiver.port() + "/hook", new Endpoint.Events.All());

        assertThat(outcome).isEqualTo(new NotAcknowledged("host resolves to a loopback address"));
        assertThat(receiver.requests()).isEmpty();
    }
}
