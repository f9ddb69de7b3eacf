package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Trouble;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.WebhookClient.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Processes that die, oversleep, or work at once.
class CrashTest {

    private static final String URL = "https://shop.example/hook";
    private static final int OBJECTS = 120;
    private static final int EVENTS_EACH = 5;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Faults faults = new Faults();
    private final Scene scene = new Scene(faults);
    private final ObjectId trade = scene.ids.next();

    /// The process dies here; nothing after it runs.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Fails chosen commits, counted from now.
    private static final class Faults implements CommitPoints {
        private int before = -1;
        private int after = -1;
        private RuntimeException fault = new IllegalStateException("crash");

        @Override
        public void beforeCommit() {
            if (before-- == 0) {
                throw fault;
            }
        }

        @Override
        public void afterCommit() {
            if (after-- == 0) {
                throw fault;
            }
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void afterACrashDuringTheCallTheSameBytesAreSentAgain() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> {
            throw new Killed();
        });
        assertThatThrownBy(scene::deliver).isInstanceOf(Killed.class);
        scene.client.always(200);
        Webhooks restarted = scene.worker(scene.client, Runnable::run);

        Scene.deliver(restarted);
        assertThat(scene.client.calls()).as("leased").hasSize(1);
        scene.clock.advance(LEASE);
        Scene.deliver(restarted);

        assertSentTwice();
        assertThat(scene.onlyRecord().attempts()).hasSize(1);
    }

    @Test
    void afterACrashBeforeTheResultIsWrittenTheSameBytesAreSentAgain() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        faults.before = 1;
        assertThatThrownBy(scene::deliver).hasMessage("crash");
        Webhooks restarted = scene.worker(scene.client, Runnable::run);

        scene.clock.advance(LEASE);
        Scene.deliver(restarted);

        assertSentTwice();
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void afterACrashOnceTheResultIsWrittenNothingIsSentAgain() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        faults.after = 1;
        assertThatThrownBy(scene::deliver).hasMessage("crash");
        Webhooks restarted = scene.worker(scene.client, Runnable::run);

        scene.clock.advance(LEASE);
        Scene.deliver(restarted);

        assertThat(scene.client.calls()).hasSize(1);
    }

    @Test
    void anEventThatMayHaveBeenSentStillGoesBeforeTheNext() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade));
        faults.before = 1;
        assertThatThrownBy(scene::deliver).hasMessage("crash");
        Webhooks restarted = scene.worker(scene.client, Runnable::run);
        Scene.deliver(restarted);
        scene.clock.advance(LEASE);

        Scene.deliver(restarted);

        assertThat(scene.client.bodies())
                .containsExactly("trade.completed 1", "trade.completed 1", "trade.completed 2");
    }

    @Test
    void troubleWithTheDatabaseOnlyDelaysTheResult() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        faults.fault = new Trouble("the database did not answer", Duration.ofSeconds(1));
        faults.before = 1;
        assertThatThrownBy(scene::deliver).isInstanceOf(Trouble.class);

        scene.deliver();

        assertThat(scene.client.calls()).hasSize(1);
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void theResultOfAnOversleptWorkerCountsForNothing() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        ManualExecutor held = new ManualExecutor();
        Webhooks slow = scene.worker(scene.client, held);
        slow.deliverStep().runOnce();
        scene.clock.advance(LEASE);
        scene.deliver();

        scene.client.always(500);
        held.runAll();
        slow.deliverStep().runOnce();

        assertThat(scene.onlyRecord().attempts()).hasSize(1);
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void aWorkerThatOversleptDoesNotEndTheClaimOfAnother() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        ManualExecutor first = new ManualExecutor();
        ManualExecutor second = new ManualExecutor();
        Webhooks slow = scene.worker(scene.client, first);
        Webhooks quick = scene.worker(scene.client, second);
        slow.deliverStep().runOnce();
        scene.clock.advance(LEASE);
        quick.deliverStep().runOnce();
        assertThat(second.held()).isEqualTo(1);

        scene.client.always(500);
        first.runAll();
        slow.deliverStep().runOnce();
        assertThat(scene.onlyRecord().attempts()).isEmpty();

        scene.client.always(200);
        second.runAll();
        quick.deliverStep().runOnce();
        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void closingWaitsForWhatIsUnderWay() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch gate = new CountDownLatch(1);
            scene.client.script(call -> {
                awaitQuietly(gate);
                return ScriptedClient.answer(200);
            });
            Webhooks worker = scene.worker(scene.client, threads);
            worker.deliverStep().runOnce();
            assertThat(scene.onlyRecord().state()).isEqualTo(new State.Pending());

            gate.countDown();
            worker.close();
        }

        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void twoWorkersAtOnceDeliverEachRecordOnceAndInOrder() throws InterruptedException {
        scene.endpoint(scene.tenant, URL);
        scene.endpoint(scene.other, URL);
        List<ObjectId> objects = Stream.generate(scene.ids::next).limit(OBJECTS).toList();
        Map<String, ObjectId> objectOfEvent = new HashMap<>();
        for (int round = 0; round < EVENTS_EACH; round++) {
            for (int i = 0; i < OBJECTS; i++) {
                Announcement event =
                        scene.event(i % 2 == 0 ? scene.tenant : scene.other, objects.get(i), Scene.COMPLETED);
                objectOfEvent.put(event.eventId().value(), event.reference());
                scene.enqueue(event);
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Webhooks one = scene.worker(scene.client, threads);
                Webhooks two = scene.worker(scene.client, threads)) {
            Thread first = Thread.ofVirtual().start(() -> deliverAll(one));
            Thread second = Thread.ofVirtual().start(() -> deliverAll(two));
            first.join();
            second.join();
        }

        Map<ObjectId, List<String>> sent = scene.client.calls().stream()
                .collect(Collectors.groupingBy(
                        call -> objectOfEvent.get(ScriptedClient.header(call, "webhook-id")),
                        Collectors.mapping(
                                call -> new String(call.body(), StandardCharsets.UTF_8), Collectors.toList())));
        assertThat(sent).hasSize(OBJECTS);
        assertThat(sent.values())
                .containsOnly(List.of(
                        "trade.completed 1",
                        "trade.completed 2",
                        "trade.completed 3",
                        "trade.completed 4",
                        "trade.completed 5"));
    }

    private void deliverAll(Webhooks worker) {
        while (scene.client.calls().size() < OBJECTS * EVENTS_EACH) {
            worker.deliverStep().runOnce();
        }
    }

    private void assertSentTwice() {
        List<Call> calls = scene.client.calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(ScriptedClient.header(calls.get(1), "webhook-id"))
                .isEqualTo(ScriptedClient.header(calls.get(0), "webhook-id"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
