package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.Replay.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Scene scene = new Scene();
    private final Instant start = scene.clock.instant();

    @BeforeEach
    void subscribe() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsWhatFailedOnTheWholeScheduleAgain() {
        failed();
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Failed());

        assertThat(replay(start, true)).isEqualTo(new Part(1, Optional.empty()));
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Pending());
        assertThat(scene.onlyRecord().expireAt())
                .isEqualTo(scene.clock.instant().plus(Expiry.RETENTION));
        int tries = scene.client.calls().size();
        failSchedule();
        assertThat(scene.client.calls()).hasSize(2 * tries);
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Failed());

        replay(start, true);
        scene.client.always(200);
        scene.deliver();
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void leavesWhatIsPendingAndSendsWhatWasDeliveredOnlyWhenAll() {
        scene.enqueue(scene.event(scene.ids.next()));
        scene.deliver();
        scene.enqueue(scene.event(scene.ids.next()));
        scene.client.forget();

        assertThat(replay(start, true).queued()).isZero();
        assertThat(replay(start, false).queued()).isEqualTo(1);
        scene.deliver();

        assertThat(scene.client.calls()).hasSize(2);
        assertThat(replay(scene.clock.instant().plusMillis(1), false).queued()).isZero();
    }

    @Test
    void keepsToItsTime() {
        scene.enqueue(scene.event(scene.ids.next()));
        scene.clock.advance(Duration.ofHours(1));
        Instant later = scene.clock.instant();
        scene.enqueue(scene.event(scene.ids.next()));
        scene.deliver();
        scene.clock.advance(Duration.ofHours(1));

        assertThat(part(new Replay(start, Optional.of(later), false, Optional.empty()))
                        .queued())
                .isEqualTo(1);
        scene.deliver();
        assertThat(replay(later, false).queued()).isEqualTo(1);
    }

    @Test
    void leavesWhatHasNowhereToGo() {
        scene.enqueue(scene.event(scene.ids.next()));
        scene.deliver();
        EndpointId endpoint = scene.webhooks.endpoints(scene.tenant).getFirst().id();
        scene.webhooks.remove(scene.tenant, endpoint);

        assertThat(replay(start, false).queued()).isZero();
    }

    @Test
    void comesInPartsThatMissAndRepeatNothing() {
        Stream.generate(() -> scene.event(scene.ids.next()))
                .limit(Replays.PART + 3L)
                .forEach(scene::enqueue);
        while (scene.webhooks.deliverStep().runOnce()) {
            continue;
        }

        Part first = replay(start, false);
        Part second = part(new Replay(start, Optional.empty(), false, first.next()));

        assertThat(first.queued()).isEqualTo(Replays.PART);
        assertThat(second).isEqualTo(new Part(3, Optional.empty()));
    }

    private void failed() {
        scene.client.always(500);
        scene.enqueue(scene.event(scene.ids.next()));
        failSchedule();
    }

    private void failSchedule() {
        do {
            scene.deliver();
            scene.clock.advance(Duration.ofHours(1));
        } while (scene.onlyRecord().state() instanceof State.Pending);
    }

    private Part replay(Instant from, boolean onlyFailed) {
        return part(new Replay(from, Optional.empty(), onlyFailed, Optional.empty()));
    }

    private Part part(Replay replay) {
        scene.clock.advance(Duration.ofMillis(1));
        return scene.db.transact(tx -> scene.webhooks.replay(tx, scene.tenant, replay));
    }
}
