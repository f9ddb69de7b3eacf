package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.Endpoint.Events;
import dev.offramp.webhooks.Pull.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Endpoints that ask for their events.
class ListenersTest {

    private static final Events ALL = new Events.All();

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givesTheOldestEventUntilItIsTaken() {
        EndpointId listener = begin();
        scene.enqueue(scene.event(trade), scene.event(trade));

        DeliveryRecord first = pull(listener).next().orElseThrow();
        assertThat(first.event().body()).asString().isEqualTo("trade.completed 1");
        assertThat(pull(listener).next().map(DeliveryRecord::id)).contains(first.id());

        DeliveryRecord second = take(listener, first, 200).next().orElseThrow();
        assertThat(second.event().body()).asString().isEqualTo("trade.completed 2");
        assertThat(take(listener, first, 200).next().map(DeliveryRecord::id)).contains(second.id());
        assertThat(take(listener, second, 200).next()).isEmpty();
        assertThat(scene.states(scene.tenant)).hasOnlyElementsOfType(State.Delivered.class);
    }

    @Test
    void keepsWhatTheReceiverSaidInTheLog() {
        EndpointId listener = begin();
        scene.enqueue(scene.event(trade));
        take(listener, pull(listener).next().orElseThrow(), 500);

        DeliveryRecord kept =
                scene.webhooks.record(scene.tenant, scene.onlyRecord().id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(new State.Failed());
        assertThat(kept.attempts()).map(attempt -> attempt.result()).containsExactly(new Result.Answered(500, ""));
        assertThat(kept.url()).isEqualTo("listen:" + listener);
    }

    @Test
    void isNeverCalled() {
        begin();
        scene.enqueue(scene.event(trade));
        scene.deliver();

        assertThat(scene.client.calls()).isEmpty();
        assertThat(scene.states(scene.tenant)).containsExactly(new State.Pending());
        assertThat(scene.webhooks.resend(scene.tenant, trade))
                .map(Webhooks.Resent::error)
                .containsExactly(Optional.of("who listens cannot be called: replay it"));
    }

    @Test
    void getsAReplayToo() {
        Instant start = scene.clock.instant();
        EndpointId listener = begin();
        scene.enqueue(scene.event(trade));
        DeliveryRecord first = pull(listener).next().orElseThrow();
        take(listener, first, 500);
        scene.clock.advance(Duration.ofSeconds(1));

        scene.db.run(tx ->
                scene.webhooks.replay(tx, scene.tenant, new Replay(start, Optional.empty(), true, Optional.empty())));

        assertThat(pull(listener).next().map(DeliveryRecord::id)).contains(first.id());
    }

    @Test
    void getsTheEventsItWantsAlone() {
        Events flagged = new Events.Chosen(Set.of(new EventType("trade.flagged")));
        EndpointId listener = pull(new Pull(Optional.empty(), flagged, Optional.empty(), false))
                .listener();
        scene.enqueue(scene.event(trade), scene.event(scene.tenant, trade, new EventType("trade.flagged")));

        assertThat(pull(listener).next().map(one -> one.event().eventType().value()))
                .contains("trade.flagged");
        assertThat(scene.records(scene.tenant)).hasSize(1);
    }

    @Test
    void isShownToNobodyAsAnEndpoint() {
        begin();
        assertThat(scene.webhooks.endpoints(scene.tenant)).isEmpty();
    }

    @Test
    void isForgottenWhenItIsSilentAndGivesUpWhatWaited() {
        EndpointId listener = begin();
        scene.enqueue(scene.event(trade));
        scene.clock.advance(Listeners.SILENCE.minusSeconds(1));
        scene.webhooks.expireStep().runOnce();
        assertThat(pull(listener).listener()).isEqualTo(listener);

        scene.clock.advance(Listeners.SILENCE);
        scene.webhooks.expireStep().runOnce();

        assertThat(pull(listener).listener()).isNotEqualTo(listener);
        assertThat(scene.states(scene.tenant)).containsExactly(new State.Failed());
    }

    @Test
    void endsWhenItSaysSo() {
        EndpointId listener = begin();
        pull(new Pull(Optional.of(listener), ALL, Optional.empty(), true));
        scene.enqueue(scene.event(trade));

        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void makesRoomForAnotherWhenItWasSilentLongest() {
        EndpointId oldest = begin();
        scene.clock.advance(Duration.ofSeconds(1));
        List<EndpointId> others =
                Stream.generate(this::begin).limit(Listeners.MOST).toList();

        assertThat(others)
                .allSatisfy(other -> assertThat(pull(other).listener()).isEqualTo(other));
        assertThat(pull(oldest).listener()).isNotEqualTo(oldest);
    }

    @Test
    void belongsToOneTenant() {
        EndpointId listener = begin();
        scene.enqueue(scene.event(trade));
        DeliveryRecord waiting = pull(listener).next().orElseThrow();

        Pulled strangers =
                pull(scene.other, new Pull(Optional.of(listener), ALL, Optional.of(taken(waiting, 200)), false));

        assertThat(strangers.listener()).isNotEqualTo(listener);
        assertThat(strangers.next()).isEmpty();
        assertThat(scene.states(scene.tenant)).containsExactly(new State.Pending());
    }

    private EndpointId begin() {
        return pull(new Pull(Optional.empty(), ALL, Optional.empty(), false)).listener();
    }

    private Pulled pull(EndpointId listener) {
        return pull(new Pull(Optional.of(listener), ALL, Optional.empty(), false));
    }

    private Pulled take(EndpointId listener, DeliveryRecord record, int status) {
        return pull(new Pull(Optional.of(listener), ALL, Optional.of(taken(record, status)), false));
    }

    private static Taken taken(DeliveryRecord record, int status) {
        return new Taken(record.id(), new Result.Answered(status, ""));
    }

    private Pulled pull(Pull pull) {
        return pull(scene.tenant, pull);
    }

    private Pulled pull(Tenant tenant, Pull pull) {
        return scene.db.transact(tx -> scene.webhooks.pull(tx, tenant, pull));
    }
}
