package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.Endpoint.Events;
import dev.offramp.webhooks.EventType;
import dev.offramp.webhooks.WebhookClient.Answer.Unanswered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log of deliveries, and sending again.
class WebhooksApiTest {

    private static final Api API = new Api();
    private static final String URL = "https://shop.example.test/hooks";

    @AfterAll
    static void close() {
        API.close();
    }

    @BeforeEach
    void listen() {
        API.receiver.always(200);
    }

    @Test
    void showsADeliveryWithItsAttempt() {
        ApiClient client = subscribed("delivered");
        ObjectId trade = event(client, "{\"id\":\"t\",\"amountInUSD\":50.10}");
        Api.drain(API.webhooks.deliverStep());

        Reply list = client.get("/transactions/webhooks");
        String id = list.each("id").getFirst();
        Reply one = client.get("/transactions/webhooks/" + id);
        assertThat(one.body())
                .isEqualTo("{\"message\":\"data fetched\",\"success\":true,\"data\":{\"id\":\"" + id
                        + "\",\"integration\":\"" + client.tenant().integration() + "\",\"reference\":\"" + trade
                        + "\",\"eventType\":\"trade.completed\",\"payload\":{\"id\":\"t\",\"amountInUSD\":50.10},"
                        + "\"url\":\"" + URL + "\",\"status\":\"delivered\",\"attemptsCount\":1,\"attempts\":["
                        + "{\"attemptedAt\":\"" + one.text("lastAttemptAt")
                        + "\",\"responseStatus\":200,\"responseBody\":\"\"}],\"deliveredAt\":\""
                        + one.text("deliveredAt") + "\",\"lastAttemptAt\":\"" + one.text("lastAttemptAt")
                        + "\",\"expireAt\":\"" + one.text("expireAt") + "\",\"createdAt\":\"" + one.text("createdAt")
                        + "\",\"updatedAt\":\"" + one.text("updatedAt")
                        + "\"},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(list.body())
                .startsWith("{\"message\":\"\",\"success\":true,\"data\":[{\"id\":\"" + id)
                .contains("\"totalDocs\":1");
    }

    @Test
    void showsAttemptsWithoutAnAnswer() {
        ApiClient client = subscribed("unanswered");
        event(client, "{}");
        assertThat(client.get("/transactions/webhooks").body())
                .contains("\"status\":\"pending\",\"attemptsCount\":0,\"attempts\":[],\"expireAt\"");
        API.receiver.script(call -> new Unanswered("connection refused"));
        Api.drain(API.webhooks.deliverStep());

        assertThat(client.get("/transactions/webhooks").body())
                .contains("\"status\":\"pending\",\"attemptsCount\":1,")
                .contains("\"responseStatus\":null,\"error\":\"connection refused\"}]")
                .doesNotContain("deliveredAt");
    }

    @Test
    void sendsEveryEventOfAReferenceAgainAndSaysWhatCameOfIt() {
        ApiClient client = subscribed("resends");
        ObjectId trade = event(client, "{\"n\":1}");
        Api.drain(API.webhooks.deliverStep());
        API.receiver.forget();

        assertThat(client.post("/transactions/webhooks/resend/" + trade, "").body())
                .startsWith("{\"message\":\"webhook resend attempted\",\"success\":true,\"data\":[{\"id\":\"")
                .contains("\",\"status\":\"delivered\"}]");
        assertThat(API.receiver.bodies()).containsExactly("{\"n\":1}");

        API.receiver.always(500);
        assertThat(client.post("/transactions/webhooks/resend/" + trade, "").body())
                .contains("\",\"status\":\"failed\",\"error\":\"receiver answered 500\"}]");
        assertThat(client.get("/transactions/webhooks").body()).contains("\"attemptsCount\":3");
    }

    @Test
    void queuesATimeOfEventsOnceMore() {
        ApiClient client = subscribed("replays");
        event(client, "{\"n\":1}");
        Api.drain(API.webhooks.deliverStep());
        API.clock.advance(Duration.ofSeconds(1));
        API.receiver.forget();
        String path = "/transactions/webhooks/replay";

        assertThat(client.post(path, "{'startDate': '2020-01-01'}").body())
                .startsWith("{\"message\":\"webhook replay queued\",\"success\":true,\"data\":{\"queued\":0}");
        assertThat(client.post(path, "{'startDate': '2020-01-01', 'status': 'ALL'}")
                        .body())
                .contains("\"data\":{\"queued\":1}");
        Api.drain(API.webhooks.deliverStep());
        assertThat(API.receiver.bodies()).containsExactly("{\"n\":1}");
        assertThat(client.post(path, "{}").outcome()).isEqualTo("422 {\"startDate\":[\"startDate is required\"]}");
        assertThat(client.post(path, "{'startDate': '2020-01-01', 'after': 'x'}")
                        .outcome())
                .isEqualTo("422 {\"after\":[\"after is not a valid id\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {Api.NOBODY, "nine", "%00"})
    void findsNothingToSendAgain(String reference) {
        ApiClient client = API.client("nothing " + reference.hashCode());

        assertThat(client.post("/transactions/webhooks/resend/" + reference, "").outcome())
                .isEqualTo("404 webhook event not found");
    }

    @Test
    void showsNobodyElsesDeliveriesAndNoneOfTheOtherEnvironment() {
        ApiClient client = subscribed("owner");
        ObjectId trade = event(client, "{}");
        String id = client.get("/transactions/webhooks").each("id").getFirst();

        for (ApiClient stranger : List.of(subscribed("stranger"), client.inProduction())) {
            assertThat(stranger.get("/transactions/webhooks").data()).isEmpty();
            assertThat(stranger.get("/transactions/webhooks/" + id).outcome()).isEqualTo("404 webhook event not found");
            assertThat(stranger.post("/transactions/webhooks/resend/" + trade, "")
                            .outcome())
                    .isEqualTo("404 webhook event not found");
        }
        assertThat(client.get("/transactions/webhooks/nine").outcome())
                .isEqualTo("400 you have entered an invalid _id");
    }

    @Test
    void listsInPagesNewestFirst() {
        ApiClient client = subscribed("pages");
        for (int i = 0; i < 3; i++) {
            event(client, "{\"n\":" + i + "}");
            API.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(client.get("/transactions/webhooks?size=2").body())
                .containsSubsequence("{\"n\":2}", "{\"n\":1}", "\"pages\":2")
                .doesNotContain("{\"n\":0}");
    }

    private static ApiClient subscribed(String name) {
        ApiClient client = API.client(name);
        API.webhooks.addEndpoint(client.tenant(), URL, new Events.All());
        return client;
    }

    /// An event of a new trade, enqueued.
    private static ObjectId event(ApiClient client, String body) {
        ObjectId trade = API.ids.next();
        Announcement event = new Announcement(
                client.tenant(),
                trade,
                new EventType("trade.completed"),
                API.ids.next(),
                1,
                API.clock.instant(),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                trade);
        API.db.run(tx -> API.webhooks.enqueue(tx, List.of(event)));
        return trade;
    }
}
