package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import dev.offramp.webhooks.Webhooks.Resent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResendTest {

    private static final String URL = "https://shop.example/hook";

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsEveryStoredEventOfTheReferenceInOrderWhateverItsState() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade), scene.event(scene.ids.next()));
        scene.client.script(call -> ScriptedClient.answer(body(call).endsWith("2") ? 500 : 200));
        scene.deliver();
        List<Call> before = scene.client.calls();
        scene.client.forget();
        scene.client.always(200);

        List<Resent> resent = scene.webhooks.resend(scene.tenant, trade);

        assertThat(resent).hasSize(2).allMatch(Resent::delivered);
        assertThat(scene.client.bodies()).containsExactly("trade.completed 1", "trade.completed 2");
        assertThat(ids(scene.client.calls())).isSubsetOf(ids(before));
        assertThat(scene.states(scene.tenant)).containsOnly(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void aDeliveredEventLeavesTheQueue() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.webhooks.resend(scene.tenant, trade);
        scene.client.forget();

        scene.deliver();

        assertThat(scene.client.calls()).isEmpty();
        assertThat(scene.onlyRecord().attempts()).hasSize(1);
    }

    @Test
    void aFailedResendSaysWhyAndLeavesTheScheduleAlone() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade));
        scene.client.script(call ->
                body(call).endsWith("1") ? ScriptedClient.answer(500) : new Answer.Unanswered("connection refused"));

        List<Resent> resent = scene.webhooks.resend(scene.tenant, trade);

        assertThat(resent)
                .extracting(Resent::error)
                .containsExactly(Optional.of("receiver answered 500"), Optional.of("connection refused"));
        assertThat(scene.states(scene.tenant)).containsOnly(new State.Pending());
        scene.client.forget();
        scene.client.always(200);
        scene.deliver();
        assertThat(scene.client.calls()).hasSize(2);
    }

    @Test
    void aDeliveredRecordStaysDeliveredWhenItsResendFails() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.deliver();
        State delivered = scene.onlyRecord().state();
        scene.clock.advance(Duration.ofHours(1));
        scene.client.always(500);

        scene.webhooks.resend(scene.tenant, trade);

        assertThat(scene.onlyRecord().state()).isEqualTo(delivered);
        assertThat(scene.onlyRecord().attempts()).hasSize(2);
        assertThat(scene.onlyRecord().lastAttemptAt()).contains(scene.clock.instant());
    }

    @Test
    void aFailedRecordCanStillBeDelivered() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        giveUp();
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Failed());
        scene.client.always(200);

        assertThat(scene.webhooks.resend(scene.tenant, trade)).allMatch(Resent::delivered);

        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
        assertThat(scene.onlyRecord().attempts()).hasSize(11);
        assertThat(scene.only(scene.tenant).id()).isEqualTo(endpoint);
    }

    @Test
    void stopsWhenTheCallerCannotWaitAnyLonger() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade));
        scene.client.script(call -> {
            scene.clock.advance(call.limit());
            return new Answer.Unanswered("timed out after " + call.limit().toSeconds() + " s");
        });

        List<Resent> resent = scene.webhooks.resend(scene.tenant, trade);

        assertThat(resent)
                .extracting(Resent::error)
                .containsExactly(
                        Optional.of("timed out after 3 s"), Optional.of("not sent: earlier events took too long"));
    }

    @Test
    void sendsToEveryEndpointThatHadTheEvent() {
        scene.endpoint(scene.tenant, URL);
        scene.endpoint(scene.tenant, "https://shop.example/no", new Endpoint.Events.Chosen(Set.of(new EventType("x"))));
        scene.endpoint(scene.tenant, "https://shop.example/too");
        scene.enqueue(scene.event(trade));

        scene.webhooks.resend(scene.tenant, trade);

        assertThat(scene.client.calls())
                .extracting(call -> call.url().toString())
                .containsExactlyInAnyOrder(URL, "https://shop.example/too");
    }

    @Test
    void sendsNothingToARemovedEndpoint() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.deliver();
        scene.webhooks.remove(scene.tenant, endpoint);
        scene.client.forget();

        assertThat(scene.webhooks.resend(scene.tenant, trade))
                .extracting(Resent::error)
                .containsExactly(Optional.of("endpoint was removed"));
        assertThat(scene.client.calls()).isEmpty();
    }

    @Test
    void knowsNothingOfOtherTenantsEvents() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));

        assertThat(scene.webhooks.resend(scene.other, trade)).isEmpty();
        assertThat(scene.webhooks.resend(scene.tenant, scene.ids.next())).isEmpty();
        assertThat(scene.client.calls()).isEmpty();
    }

    private void giveUp() {
        scene.client.always(500);
        scene.deliver();
        for (Duration gap : Schedule.GAPS) {
            scene.clock.advance(gap.plus(gap));
            scene.deliver();
        }
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream()
                .map(call -> ScriptedClient.header(call, "webhook-id"))
                .toList();
    }

    private static String body(Call call) {
        return new String(call.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
