package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.WebhookClient.Call;
import dev.offramp.webhooks.apache.ApacheWebhookClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How much an endpoint may have in flight, and what that means for the others.
class FairnessTest {

    private final Scene scene = new Scene();
    private final ManualExecutor held = new ManualExecutor();
    private final Webhooks worker = scene.worker(scene.client, held);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aHealthyEndpointHasAtMostSixtyFourInFlight() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        enqueue(scene.tenant, 100);

        worker.deliverStep().runOnce();
        worker.deliverStep().runOnce();

        assertThat(held.held()).isEqualTo(64);
    }

    @Test
    void aFailingEndpointHasAtMostTwoInFlightUntilItSucceeds() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        enqueue(scene.tenant, 1);
        scene.client.always(500);
        scene.deliver();
        enqueue(scene.tenant, 100);

        worker.deliverStep().runOnce();
        worker.deliverStep().runOnce();
        assertThat(held.held()).isEqualTo(2);
        assertThat(scene.only(scene.tenant).failingSince()).contains(scene.clock.instant());

        scene.client.always(200);
        held.runAll();
        worker.deliverStep().runOnce();
        worker.deliverStep().runOnce();
        assertThat(held.held()).isEqualTo(64);
        assertThat(scene.only(scene.tenant).failingSince()).isEmpty();
    }

    @Test
    void twoProcessesTogetherKeepTheLimit() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        enqueue(scene.tenant, 100);
        ManualExecutor alsoHeld = new ManualExecutor();

        worker.deliverStep().runOnce();
        scene.worker(scene.client, alsoHeld).deliverStep().runOnce();

        assertThat(held.held() + alsoHeld.held()).isEqualTo(64);
    }

    @Test
    void oneObjectHasAtMostOneInFlight() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        ObjectId trade = scene.ids.next();
        scene.enqueue(scene.event(trade), scene.event(trade), scene.event(trade));

        worker.deliverStep().runOnce();
        worker.deliverStep().runOnce();
        assertThat(held.held()).isEqualTo(1);
        held.runAll();
        worker.deliverStep().runOnce();
        worker.deliverStep().runOnce();
        assertThat(scene.client.bodies()).containsExactly("trade.completed 1");
        assertThat(held.held()).isEqualTo(1);
    }

    @Test
    void whatRoomThereIsIsSharedEvenly() {
        for (int i = 0; i < 9; i++) {
            Tenant tenant = tenant();
            scene.endpoint(tenant, "https://shop" + i + ".example/hook");
            enqueue(tenant, 100);
        }

        worker.deliverStep().runOnce();
        held.runAll();

        Map<String, Long> perHost = scene.client.calls().stream()
                .collect(Collectors.groupingBy(call -> call.url().getHost(), Collectors.counting()));
        assertThat(perHost).hasSize(9);
        assertThat(perHost.values()).allMatch(count -> count == 28 || count == 29);
    }

    @Test
    void manySlowReceiversLeaveRoomForOneThatIsNot() {
        for (int i = 0; i < 20; i++) {
            Tenant tenant = tenant();
            scene.endpoint(tenant, "https://slow" + i + ".example/hook");
            enqueue(tenant, 100);
        }
        for (int turn = 0; turn < 20; turn++) {
            worker.deliverStep().runOnce();
        }
        int slow = held.held();
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        enqueue(scene.tenant, 10);

        worker.deliverStep().runOnce();

        assertThat(slow).isGreaterThan(400);
        assertThat(held.held()).isEqualTo(slow + 10);
    }

    @Test
    void aLongQueueOfADeadEndpointDelaysNobody() {
        scene.endpoint(scene.tenant, "https://dead.example/hook");
        scene.endpoint(scene.other, "https://shop.example/hook");
        enqueue(scene.tenant, 500);
        scene.client.script(call -> ScriptedClient.answer(toDead(call) ? 503 : 200));
        worker.deliverStep().runOnce();
        held.runAll();
        worker.deliverStep().runOnce();
        scene.clock.advance(Duration.ofMinutes(1));
        enqueue(scene.other, 10);

        worker.deliverStep().runOnce();
        held.runAll();
        worker.deliverStep().runOnce();

        assertThat(scene.states(scene.other)).hasSize(10).containsOnly(new State.Delivered(scene.clock.instant()));
    }

    /// However fast it refuses: two in a second are all that it costs the others.
    @Test
    void anEndpointThatFailsAtOnceIsCalledTwiceASecond() {
        scene.endpoint(scene.tenant, "https://dead.example/hook");
        scene.client.script(call -> ScriptedClient.answer(503));
        scene.enqueue(scene.event(scene.ids.next()));
        scene.deliver();
        enqueue(scene.tenant, 100);
        scene.client.forget();
        scene.client.script(call -> ScriptedClient.answer(503));

        for (int tenth = 0; tenth < 30; tenth++) {
            scene.deliver();
            scene.clock.advance(Duration.ofMillis(100));
        }

        assertThat(scene.client.calls()).hasSize(6);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void receiversThatNeverAnswerKeepNobodyWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        try (TestReceiver silent = TestReceiver.start((request, out) -> {
                    await(never);
                    out.close();
                });
                TestReceiver quick = TestReceiver.start(TestReceiver.status(200));
                ApacheWebhookClient real = ApacheWebhookClient.create(Set.of(Environment.DEVELOPMENT));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Webhooks parallel = scene.worker(real, threads)) {
            scene.endpoint(scene.tenant, silent.url());
            scene.endpoint(scene.other, quick.url());
            enqueue(scene.tenant, 200);
            parallel.deliverStep().runOnce();
            enqueue(scene.other, 200);

            while (quick.requests().size() < 200) {
                parallel.deliverStep().runOnce();
                // A busy machine may fail an attempt; then time must pass for the next one.
                scene.clock.advance(Duration.ofMillis(50));
            }

            assertThat(silent.requests().size()).isLessThanOrEqualTo(64);
            assertThat(scene.states(scene.tenant)).containsOnly(new State.Pending());
            never.countDown();
        }
    }

    private void enqueue(Tenant tenant, int objects) {
        scene.enqueue(Stream.generate(() -> scene.event(tenant, scene.ids.next(), Scene.COMPLETED))
                .limit(objects)
                .toArray(Announcement[]::new));
    }

    private Tenant tenant() {
        return new Tenant(new dev.offramp.tenancy.IntegrationId(scene.ids.next()), Environment.DEVELOPMENT);
    }

    private static boolean toDead(Call call) {
        return call.url().getHost().equals("dead.example");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
