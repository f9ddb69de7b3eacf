package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.State;
import dev.offramp.webhooks.EndpointOutcome.AlreadyExists;
import dev.offramp.webhooks.EndpointOutcome.InvalidUrl;
import dev.offramp.webhooks.EndpointOutcome.NotAcknowledged;
import dev.offramp.webhooks.EndpointOutcome.NotFound;
import dev.offramp.webhooks.EndpointOutcome.Saved;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Endpoints, their probe and the secret (decisions 30, 33 and 36).
class EndpointsTest {

    private static final String URL = "https://shop.example/hook";
    private static final String OTHER_URL = "https://shop.example/other";
    private static final Endpoint.Events ALL = new Endpoint.Events.All();

    private final Scene scene = new Scene();
    private final ObjectId trade = scene.ids.next();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void asksTheUrlWithTheSecretFirst() {
        EndpointOutcome outcome = scene.webhooks.addEndpoint(scene.tenant, URL, ALL);

        assertThat(outcome).isInstanceOf(Saved.class);
        assertThat(scene.client.bodies()).hasSize(1).first().asString().matches("""
                \\{"event":"webhook.verification","eventId":"[0-9a-f]{24}"}""");
        Call probe = scene.client.calls().getFirst();
        assertThat(ScriptedClient.header(probe, "Content-Type")).isEqualTo("application/json");
        assertThat(ScriptedClient.header(probe, "x-webhook-secret"))
                .isEqualTo(scene.webhooks.secret(scene.tenant).value());
        assertThat(ScriptedClient.header(probe, "webhook-signature")).startsWith("v1,");
    }

    @Test
    void asksAgainWithAnEmptyObjectAndNoSecret() {
        scene.client.script(call -> ScriptedClient.answer(isPlain(call) ? 200 : 401));

        assertThat(scene.webhooks.addEndpoint(scene.tenant, URL, ALL)).isInstanceOf(Saved.class);

        assertThat(scene.client.calls()).hasSize(2);
        Call second = scene.client.calls().get(1);
        assertThat(ScriptedClient.header(second, "x-webhook-secret")).isEmpty();
        assertThat(ScriptedClient.header(second, "webhook-signature")).isEmpty();
        assertThat(ScriptedClient.header(second, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 400, 404, 500})
    void savesNothingUnlessItIsAcknowledgedWithA200(int status) {
        scene.client.always(status);

        assertThat(scene.webhooks.addEndpoint(scene.tenant, URL, ALL))
                .isEqualTo(new NotAcknowledged("receiver answered " + status));
        assertThat(scene.webhooks.endpoints(scene.tenant)).isEmpty();
        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void theProbeIsNeitherLoggedNorRetried() {
        scene.client.always(500);
        scene.webhooks.addEndpoint(scene.tenant, URL, ALL);
        scene.client.always(200);
        scene.webhooks.addEndpoint(scene.tenant, URL, ALL);
        int asked = scene.client.calls().size();

        scene.clock.advance(Duration.ofDays(1));
        scene.deliver();

        assertThat(asked).isEqualTo(3);
        assertThat(scene.client.calls()).hasSize(asked);
        assertThat(scene.records(scene.tenant)).isEmpty();
    }

    @Test
    void saysWhyAUrlCannotBeReached() {
        scene.client.script(call -> new Answer.Unanswered("host resolves to a private address"));

        assertThat(scene.webhooks.addEndpoint(scene.tenant, URL, ALL))
                .isEqualTo(new NotAcknowledged("host resolves to a private address"));
    }

    @Test
    void refusesUrlsThatCannotBeCalledWithoutCallingThem() {
        Tenant production = new Tenant(scene.tenant.integration(), Environment.PRODUCTION);

        assertThat(scene.webhooks.addEndpoint(production, "http://shop.example/hook", ALL))
                .isEqualTo(new InvalidUrl("URL must start with https:// in production"));
        assertThat(scene.client.calls()).isEmpty();
    }

    @Test
    void hasOneEndpointPerUrl() {
        scene.endpoint(scene.tenant, URL);

        assertThat(scene.webhooks.addEndpoint(scene.tenant, URL, ALL)).isEqualTo(new AlreadyExists());
        assertThat(scene.webhooks.addEndpoint(scene.other, URL, ALL)).isInstanceOf(Saved.class);
    }

    @Test
    void remembersWhichEventsWereChosen() {
        Endpoint.Events chosen = new Endpoint.Events.Chosen(Set.of(Scene.COMPLETED, new EventType("trade.flagged")));
        scene.endpoint(scene.tenant, URL, chosen);

        assertThat(scene.only(scene.tenant).events()).isEqualTo(chosen);
    }

    @Test
    void anotherUrlTakesTheQueueWithIt() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.always(410);
        scene.deliver();
        scene.client.always(200);

        assertThat(scene.webhooks.setUrl(scene.tenant, endpoint, OTHER_URL)).isInstanceOf(Saved.class);
        scene.client.forget();
        scene.clock.advance(Duration.ofMinutes(1));
        scene.deliver();

        assertThat(scene.client.calls()).extracting(Call::url).containsExactly(java.net.URI.create(OTHER_URL));
        assertThat(scene.onlyRecord().url()).isEqualTo(OTHER_URL);
        assertThat(scene.only(scene.tenant).disabled()).isEmpty();
    }

    @Test
    void anotherUrlMustAnswerToo() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.client.always(404);

        assertThat(scene.webhooks.setUrl(scene.tenant, endpoint, OTHER_URL)).isInstanceOf(NotAcknowledged.class);
        assertThat(scene.only(scene.tenant).url()).isEqualTo(URL);
    }

    @Test
    void anotherUrlMustNotBeTaken() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.endpoint(scene.tenant, OTHER_URL);

        assertThat(scene.webhooks.setUrl(scene.tenant, endpoint, OTHER_URL)).isEqualTo(new AlreadyExists());
    }

    @Test
    void changesNothingOfAnotherTenant() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);

        assertThat(scene.webhooks.setUrl(scene.other, endpoint, OTHER_URL)).isEqualTo(new NotFound());
        assertThat(scene.webhooks.remove(scene.other, endpoint)).isFalse();
        assertThat(scene.webhooks.enable(scene.other, endpoint)).isFalse();
        assertThat(scene.only(scene.tenant).url()).isEqualTo(URL);
    }

    @Test
    void removingAnEndpointGivesUpWhatItWasToReceive() {
        EndpointId endpoint = scene.endpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));

        assertThat(scene.webhooks.remove(scene.tenant, endpoint)).isTrue();
        scene.enqueue(scene.event(trade));
        scene.deliver();

        assertThat(scene.states(scene.tenant)).containsExactly(new State.Failed());
        assertThat(scene.client.calls()).isEmpty();
        assertThat(scene.webhooks.endpoints(scene.tenant)).isEmpty();
    }

    @Test
    void theSecretIsThereBeforeAnyEndpointAndStays() {
        WebhookSecret secret = scene.webhooks.secret(scene.tenant);
        scene.endpoint(scene.tenant, URL);

        assertThat(scene.webhooks.secret(scene.tenant)).isEqualTo(secret);
        assertThat(scene.worker(scene.client, Runnable::run).secret(scene.tenant))
                .isEqualTo(secret);
        assertThat(scene.webhooks.secret(scene.other)).isNotEqualTo(secret);
    }

    @Test
    void theDatabaseHoldsNoSecretInTheClear() {
        WebhookSecret secret = scene.webhooks.secret(scene.tenant);

        byte[] sealed = scene.db.transact(tx -> tx.sql()
                .createQuery("SELECT sealed FROM webhook_secret")
                .mapTo(byte[].class)
                .one());

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.value().substring(6, 20));
    }

    @Test
    void aUrlOfTheSettingsIsSavedEvenIfItDoesNotAnswer() {
        scene.client.always(500);

        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);

        assertThat(scene.only(scene.tenant).url()).isEqualTo(URL);
    }

    @Test
    void aUrlOfTheSettingsIsThereOnceHoweverOftenTheServerStarts() {
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);
        scene.client.forget();
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);

        assertThat(scene.webhooks.endpoints(scene.tenant)).hasSize(1);
        assertThat(scene.client.calls()).isEmpty();
    }

    @Test
    void aUrlOfTheSettingsIsEnabledAgainWhenTheServerStarts() {
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);
        scene.enqueue(scene.event(trade));
        scene.client.always(410);
        scene.deliver();
        assertThat(scene.only(scene.tenant).disabled()).isPresent();

        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);

        assertThat(scene.only(scene.tenant).disabled()).isEmpty();
    }

    @Test
    void aUrlOfTheSettingsTakesThePlaceOfItsPredecessor() {
        scene.endpoint(scene.tenant, "https://shop.example/by-hand");
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, OTHER_URL);

        assertThat(scene.webhooks.endpoints(scene.tenant))
                .extracting(Endpoint::url)
                .containsExactly("https://shop.example/by-hand", OTHER_URL);
    }

    @Test
    void aUrlOfTheSettingsThatIsThereByHandIsNotDoubled() {
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, OTHER_URL);
        scene.endpoint(scene.tenant, URL);
        scene.webhooks.ensureSandboxEndpoint(scene.tenant, URL);

        assertThat(scene.webhooks.endpoints(scene.tenant))
                .extracting(Endpoint::url)
                .isEqualTo(List.of(URL));
    }

    @Test
    void aUrlOfTheSettingsMustBeAUrl() {
        assertThatThrownBy(() -> scene.webhooks.ensureSandboxEndpoint(scene.tenant, "localhost:3000"))
                .hasMessage("sandbox webhook URL: URL must start with https:// or http://");
    }

    private static boolean isPlain(Call call) {
        return new String(call.body(), StandardCharsets.UTF_8).equals("{}");
    }
}
