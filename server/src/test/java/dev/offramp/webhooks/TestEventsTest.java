package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An owner tries a receiver.
class TestEventsTest {

    private static final String URL = "https://shop.example/hook";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void goesToOneEndpointWhateverItHasChosenAndIsSignedLikeAnyOther() {
        EndpointId endpoint =
                scene.endpoint(scene.tenant, URL, new Endpoint.Events.Chosen(Set.of(new EventType("trade.flagged"))));
        scene.endpoint(scene.tenant, "https://shop.example/other");

        test(endpoint);

        assertThat(scene.client.calls()).extracting(Call::url).containsExactly(java.net.URI.create(URL));
        assertThat(scene.client.bodies()).containsExactly("a test");
        assertThat(ScriptedClient.header(scene.client.calls().getFirst(), "webhook-signature"))
                .startsWith("v1,");
    }

    @Test
    void standsInTheLogWithItsAnswer() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.client.script(call -> new Answer.Responded(500, "<b>no</b>", Optional.empty()));

        RecordId record = test(endpoint);

        DeliveryRecord kept = scene.onlyRecord();
        assertThat(kept.id()).isEqualTo(record);
        assertThat(kept.event().reference()).isEqualTo(Announcement.TEST);
        assertThat(kept.state()).isEqualTo(new State.Failed());
        assertThat(kept.attempts()).extracting(Attempt::result).containsExactly(new Result.Answered(500, "<b>no</b>"));
    }

    @Test
    void isSentOnceAndSaysNothingOfTheEndpointsHealth() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.client.always(410);
        test(endpoint);

        scene.clock.advance(Duration.ofDays(2));
        scene.deliver();

        assertThat(scene.client.calls()).hasSize(1);
        assertThat(scene.only(scene.tenant).failingSince()).isEmpty();
        assertThat(scene.only(scene.tenant).disabled()).isEmpty();
    }

    @Test
    void isNotReplayed() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.client.always(500);
        test(endpoint);
        Replay everything =
                new Replay(scene.clock.instant().minus(Duration.ofDays(1)), Optional.empty(), false, Optional.empty());

        scene.clock.advance(Duration.ofMinutes(1));

        Replay.Part replayed = scene.db.transact(tx -> scene.webhooks.replay(tx, scene.tenant, everything));
        assertThat(replayed).isEqualTo(new Replay.Part(0, Optional.empty()));
    }

    @Test
    void reachesNoEndpointOfSomebodyElse() {
        EndpointId endpoint = scene.endpoint(scene.other, URL);

        assertThat(scene.webhooks.test(endpoint, event())).isEmpty();
        assertThat(scene.client.calls()).isEmpty();
    }

    @Test
    void isAboutNothingThatExists() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        Announcement real = scene.event(scene.ids.next());

        assertThatThrownBy(() -> scene.webhooks.test(endpoint, real)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Announcement.TEST).isEqualTo(new ObjectId("7e577e577e577e577e577e57"));
    }

    private RecordId test(EndpointId endpoint) {
        Tested tested = scene.webhooks.test(endpoint, event()).orElseThrow();
        return scene.db.transact(tx -> scene.webhooks.keep(tx, tested));
    }

    private Announcement event() {
        return new Announcement(
                scene.tenant,
                Announcement.TEST,
                Scene.COMPLETED,
                scene.ids.next(),
                3,
                scene.clock.instant(),
                "a test".getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Announcement.TEST);
    }
}
