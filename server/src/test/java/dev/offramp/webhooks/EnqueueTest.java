package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From an event to its records (decisions 34 and 36).
class EnqueueTest {

    private static final EventType PENDING = new EventType("trade.pending");

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void makesNoRecordWithoutAnEndpoint() {
        scene.enqueue(scene.event(trade));

        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void makesARecordThatIsReadableBeforeItsFirstAttempt() {
        EndpointId endpoint = scene.endpoint(scene.tenant, "https://shop.example/hook");
        Announcement event = scene.event(trade);
        scene.enqueue(event);

        DeliveryRecord record = scene.onlyRecord();

        assertThat(record.endpoint()).isEqualTo(endpoint);
        assertThat(record.url()).isEqualTo("https://shop.example/hook");
        assertThat(record.state()).isEqualTo(new State.Pending());
        assertThat(record.attempts()).isEmpty();
        assertThat(record.createdAt()).isEqualTo(scene.clock.instant());
        assertThat(record.expireAt()).isEqualTo(scene.clock.instant().plus(Duration.ofDays(7)));
        assertThat(record.event()).usingRecursiveComparison().isEqualTo(event);
        assertThat(scene.client.calls()).isEmpty();
    }

    @Test
    void keepsEveryByteOfTheBody() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        byte[] body = new byte[512];
        IntStream.range(0, body.length).forEach(i -> body[i] = (byte) i);
        scene.enqueue(new Announcement(
                scene.tenant,
                trade,
                Scene.COMPLETED,
                scene.ids.next(),
                1,
                scene.clock.instant(),
                body,
                Optional.empty(),
                trade));

        assertThat(scene.onlyRecord().event().body()).isEqualTo(body);
        scene.deliver();
        assertThat(scene.client.calls().getFirst().body()).isEqualTo(body);
    }

    @Test
    void tellsTheReceiverWhichRequestLedToIt() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        scene.enqueue(new Announcement(
                scene.tenant,
                trade,
                Scene.COMPLETED,
                scene.ids.next(),
                1,
                scene.clock.instant(),
                new byte[1],
                Optional.of("request 1"),
                trade));
        scene.deliver();
        scene.enqueue(scene.event(scene.ids.next()));
        scene.deliver();

        assertThat(scene.client.calls())
                .extracting(call -> ScriptedClient.header(call, "X-Request-Id"))
                .containsExactly("request 1", "");
    }

    @Test
    void makesOneRecordPerEndpointThatWantsTheEvent() {
        EndpointId all = scene.endpoint(scene.tenant, "https://shop.example/all");
        EndpointId chosen = scene.endpoint(
                scene.tenant, "https://shop.example/chosen", new Endpoint.Events.Chosen(Set.of(Scene.COMPLETED)));
        scene.endpoint(scene.tenant, "https://shop.example/no", new Endpoint.Events.Chosen(Set.of(PENDING)));

        scene.enqueue(scene.event(trade));

        assertThat(scene.records(scene.tenant))
                .extracting(DeliveryRecord::endpoint)
                .containsExactlyInAnyOrder(all, chosen);
    }

    @Test
    void doesNothingForAnEventItHasAlready() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        Announcement event = scene.event(trade);
        scene.enqueue(event);
        scene.deliver();

        scene.enqueue(event);
        scene.deliver();

        assertThat(scene.client.calls()).hasSize(1);
        assertThat(scene.records(scene.tenant)).hasSize(1);
    }

    @Test
    void givesAnEventOnlyToItsOwnTenant() {
        Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        scene.endpoint(scene.other, "https://shop.example/hook");
        scene.endpoint(production, "https://shop.example/hook");

        scene.enqueue(scene.event(trade));

        assertThat(scene.records(scene.tenant)).hasSize(1);
        assertThat(scene.records(scene.other)).isEmpty();
        assertThat(scene.records(production)).isEmpty();
    }

    @Test
    void makesNothingWhenTheTransactionOfTheNewsFails() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");

        assertThatThrownBy(() -> scene.db.run(tx -> {
                    scene.webhooks.enqueue(tx, List.of(scene.event(trade)));
                    throw new IllegalStateException("the reader failed");
                }))
                .hasMessage("the reader failed");

        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void listsEventsOfOneMomentInTheirOrder() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        scene.enqueue(IntStream.range(0, 20).mapToObj(i -> scene.event(trade)).toArray(Announcement[]::new));

        assertThat(scene.records(scene.tenant).reversed())
                .extracting(record -> record.event().sequence())
                .isSorted()
                .hasSize(20);
    }

    @Test
    void pagesTheLogNewestFirst() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        for (int i = 0; i < 5; i++) {
            scene.enqueue(scene.event(trade));
            scene.clock.advance(Duration.ofSeconds(1));
        }

        Part<DeliveryRecord> second =
                scene.db.view(tx -> scene.webhooks.list().page(tx, scene.tenant, ListQuery.page(2, 2)));

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items())
                .extracting(record -> new String(record.event().body(), StandardCharsets.UTF_8))
                .containsExactly("trade.completed 3", "trade.completed 2");
        assertThat(scene.db
                        .view(tx -> scene.webhooks.list().page(tx, scene.tenant, ListQuery.page(4, 2)))
                        .items())
                .isEmpty();
    }

    @Test
    void readsOneRecordOfItsOwnTenantOnly() {
        scene.endpoint(scene.tenant, "https://shop.example/hook");
        scene.enqueue(scene.event(trade));
        RecordId id = scene.onlyRecord().id();

        assertThat(scene.webhooks.record(scene.tenant, id)).isPresent();
        assertThat(scene.webhooks.record(scene.other, id)).isEmpty();
        assertThat(scene.webhooks.record(scene.tenant, new RecordId(scene.ids.next())))
                .isEmpty();
    }
}
