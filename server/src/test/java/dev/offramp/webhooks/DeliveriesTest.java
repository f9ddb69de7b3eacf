package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.traces.Span;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What one worker sends, when, and what it writes down (decision 35).
class DeliveriesTest {

    private static final String URL = "https://shop.example/hook";

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void deliversAtOnceAndWritesDownTheAnswer() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> new Answer.Responded(202, "thanks", Optional.empty()));

        scene.deliver();

        DeliveryRecord record = scene.onlyRecord();
        assertThat(record.state()).isEqualTo(new State.Delivered(scene.clock.instant()));
        assertThat(record.attempts())
                .containsExactly(new Attempt(scene.clock.instant(), new Result.Answered(202, "thanks")));
        assertThat(record.lastAttemptAt()).contains(scene.clock.instant());
    }

    @Test
    void sendsTheHeadersOfBothWorlds() {
        scene.endpoint(scene.tenant, URL);
        Announcement event = scene.event(trade);
        scene.enqueue(event);

        scene.deliver();

        Call call = scene.client.calls().getFirst();
        String secret = scene.webhooks.secret(scene.tenant).value();
        assertThat(ScriptedClient.header(call, "Content-Type")).isEqualTo("application/json");
        assertThat(ScriptedClient.header(call, "User-Agent")).isEqualTo("Offramp-Webhooks");
        assertThat(ScriptedClient.header(call, "x-webhook-secret")).isEqualTo(secret);
        assertThat(ScriptedClient.header(call, "webhook-id"))
                .isEqualTo(event.eventId().value());
        assertThat(ScriptedClient.header(call, "webhook-timestamp"))
                .isEqualTo(Long.toString(scene.clock.instant().getEpochSecond()));
        assertThat(ScriptedClient.header(call, "webhook-signature")).startsWith("v1,");
        assertThat(call.limit()).isEqualTo(Duration.ofSeconds(15));
        assertThat(call.toString()).doesNotContain(secret);
    }

    @Test
    void countsAnAttemptThatCannotBeTold() {
        Traces broken = new Traces() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public void tell(Span span) {
                throw new IllegalStateException("a bug");
            }
        };
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));

        Scene.deliver(scene.worker(scene.client, Runnable::run, broken));

        assertThat(scene.onlyRecord().state()).isEqualTo(new State.Delivered(scene.clock.instant()));
    }

    @Test
    void retriesOnTheScheduleUntilItGivesUp() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> new Answer.Unanswered("connection refused"));

        scene.deliver();
        assertThat(scene.client.calls()).hasSize(1);
        for (Duration gap : Schedule.GAPS) {
            int before = scene.client.calls().size();
            scene.clock.advance(gap.minusSeconds(1));
            scene.deliver();
            assertThat(scene.client.calls()).hasSize(before);
            scene.clock.advance(gap.dividedBy(10).plusSeconds(1));
            scene.deliver();
            assertThat(scene.client.calls()).hasSize(before + 1);
        }

        DeliveryRecord record = scene.onlyRecord();
        assertThat(record.state()).isEqualTo(new State.Failed());
        assertThat(record.attempts())
                .hasSize(10)
                .extracting(Attempt::result)
                .containsOnly(new Result.Unanswered("connection refused"));
        scene.clock.advance(Duration.ofDays(1));
        scene.deliver();
        assertThat(scene.client.calls()).hasSize(10);
    }

    @Test
    void sendsTheSameBytesAndIdOnEveryAttemptWithAFreshTimestamp() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.always(500);
        scene.deliver();
        scene.clock.advance(Duration.ofSeconds(6));
        scene.client.always(200);
        scene.deliver();

        List<Call> calls = scene.client.calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(ScriptedClient.header(calls.get(1), "webhook-id"))
                .isEqualTo(ScriptedClient.header(calls.get(0), "webhook-id"));
        assertThat(ScriptedClient.header(calls.get(1), "webhook-timestamp"))
                .isNotEqualTo(ScriptedClient.header(calls.get(0), "webhook-timestamp"));
        assertThat(scene.onlyRecord().attempts())
                .extracting(Attempt::result)
                .containsExactly(new Result.Answered(500, ""), new Result.Answered(200, ""));
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> new Answer.Responded(429, "", Optional.of("3600")));
        scene.deliver();

        scene.clock.advance(Duration.ofSeconds(3599));
        scene.deliver();
        assertThat(scene.client.calls()).hasSize(1);
        scene.clock.advance(Duration.ofSeconds(1));
        scene.deliver();
        assertThat(scene.client.calls()).hasSize(2);
    }

    @Test
    void sendsTheEventsOfOneObjectInOrder() {
        scene.endpoint(scene.tenant, URL);
        ObjectId second = scene.ids.next();
        scene.enqueue(
                scene.event(trade), scene.event(second), scene.event(trade), scene.event(trade), scene.event(second));

        scene.deliver();

        assertThat(scene.client.bodies())
                .containsSubsequence("trade.completed 1", "trade.completed 2", "trade.completed 3")
                .hasSize(5);
        assertThat(scene.records(scene.tenant)).allMatch(record -> record.state() instanceof State.Delivered);
    }

    @Test
    void anEventThatWaitsForItsRetryDoesNotHoldUpLaterOnes() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade));
        scene.client.script(call -> ScriptedClient.answer(sends(call, "trade.completed 1") ? 500 : 200));

        scene.deliver();

        assertThat(scene.client.bodies()).containsExactly("trade.completed 1", "trade.completed 2");
        assertThat(scene.states(scene.tenant))
                .containsExactly(new State.Delivered(scene.clock.instant()), new State.Pending());
    }

    @Test
    void retriesThatAreDueTogetherGoInOrder() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade), scene.event(trade));
        scene.client.always(500);
        scene.deliver();
        scene.client.forget();
        scene.client.always(200);
        scene.clock.advance(Duration.ofMinutes(10));

        scene.deliver();

        assertThat(scene.client.bodies())
                .containsExactly("trade.completed 1", "trade.completed 2", "trade.completed 3");
    }

    @Test
    void aReceiverThatIsGoneDisablesItsEndpointAndKeepsItsQueue() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade), scene.event(trade));
        scene.client.always(410);
        scene.deliver();
        scene.enqueue(scene.event(trade));
        scene.clock.advance(Duration.ofHours(1));
        scene.deliver();

        assertThat(scene.client.calls()).hasSize(1);
        assertThat(scene.only(scene.tenant).disabled())
                .hasValueSatisfying(disabled -> assertThat(disabled.reason()).contains("410"));
        assertThat(scene.states(scene.tenant)).hasSize(3).containsOnly(new State.Pending());

        scene.client.forget();
        scene.client.always(200);
        assertThat(scene.webhooks.enable(scene.tenant, endpoint)).isTrue();
        scene.deliver();
        assertThat(scene.client.bodies())
                .containsExactly("trade.completed 1", "trade.completed 2", "trade.completed 3");
    }

    @Test
    void keepsTheSecretOutOfTheLogWhenAReceiverEchoesIt() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> new Answer.Responded(
                200, "you said " + ScriptedClient.header(call, "x-webhook-secret"), Optional.empty()));

        scene.deliver();

        assertThat(scene.onlyRecord().attempts())
                .extracting(Attempt::result)
                .containsExactly(new Result.Answered(200, "you said ***"));
    }

    @Test
    void aBugInTheClientCostsOneAttempt() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.script(call -> {
            throw new IllegalStateException("bug");
        });

        scene.deliver();

        assertThat(scene.onlyRecord().attempts())
                .extracting(Attempt::result)
                .containsExactly(new Result.Unanswered("delivery failed inside the server"));
    }

    @Test
    void noLockIsHeldWhileAReceiverAnswers() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        Set<String> seen = new HashSet<>();
        scene.client.script(call -> {
            scene.enqueue(scene.event(scene.ids.next()));
            scene.webhooks.remove(scene.tenant, scene.only(scene.tenant).id());
            seen.add(scene.records(scene.tenant).toString());
            return ScriptedClient.answer(200);
        });

        scene.deliver();

        assertThat(seen).hasSize(1);
    }

    @Test
    void deletesRecordsAfterSevenDays() {
        scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.deliver();
        scene.client.always(500);
        scene.clock.advance(Duration.ofDays(1));
        scene.enqueue(scene.event(trade));
        scene.deliver();

        scene.clock.advance(Duration.ofDays(6).minusSeconds(1));
        scene.webhooks.expireStep().runOnce();
        assertThat(scene.records(scene.tenant)).hasSize(2);
        scene.clock.advance(Duration.ofSeconds(1));
        scene.webhooks.expireStep().runOnce();
        assertThat(scene.records(scene.tenant)).hasSize(1);
        scene.clock.advance(Duration.ofDays(1));
        scene.webhooks.expireStep().runOnce();
        assertThat(scene.records(scene.tenant)).isEmpty();

        scene.client.forget();
        scene.deliver();
        assertThat(scene.client.calls()).isEmpty();
    }

    private static boolean sends(Call call, String body) {
        return new String(call.body(), java.nio.charset.StandardCharsets.UTF_8).equals(body);
    }
}
