package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asking for events instead of being called.
class ListenApiTest {

    private static final String PATH = "/transactions/webhooks/listen";
    private static final Api API = new Api();

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void givesOneEventAfterTheOther() {
        ApiClient client = API.client("listens");
        String listener = client.post(PATH, "{}").text("listener");
        event(client, "{\"n\":1,\"amountInUSD\":50.10}");
        API.clock.advance(Duration.ofMillis(1));
        event(client, "{\"n\":2}");

        Reply first = client.post(PATH, "{'listener': '" + listener + "'}");
        assertThat(first.body())
                .contains("\"listener\":\"" + listener + "\"", "\"event\":\"trade.completed\"", "\"requestId\":\"r-1\"")
                .contains("\"body\":\"{\\\"n\\\":1,\\\"amountInUSD\\\":50.10}\"");
        Reply second = client.post(
                PATH, "{'listener': '" + listener + "', 'taken': '" + delivery(first) + "', 'status': 204}");
        assertThat(second.body()).contains("{\\\"n\\\":2}");
        Reply last = client.post(
                PATH, "{'listener': '" + listener + "', 'taken': '" + delivery(second) + "', 'error': 'asleep'}");
        assertThat(last.body()).doesNotContain("\"delivery\"");

        assertThat(client.get("/transactions/webhooks").body())
                .contains("\"responseStatus\":204", "\"error\":\"asleep\"", "\"url\":\"listen:" + listener + "\"");
    }

    @Test
    void endsOnRequest() {
        ApiClient client = API.client("ends");
        String listener = client.post(PATH, "{}").text("listener");
        client.post(PATH, "{'listener': '" + listener + "', 'end': true}");
        event(client, "{}");

        assertThat(client.get("/transactions/webhooks").body()).contains("\"totalDocs\":0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'listener': 'x'}               | {"listener":["listener is not a valid id"]}
            {'events': 'trade.gone'}        | {"events":["there is no event trade.gone"]}
            {'taken': '7e577e577e577e577e577e57'} | {"listener":["listener is required with taken"]}
            {'status': 200}                 | {"taken":["taken is required with status"]}
            """)
    void wantsToBeAskedWell(String body, String reasons) {
        ApiClient client = API.client("asks " + body.hashCode());
        assertThat(client.post(PATH, body).outcome()).isEqualTo("422 " + reasons);
    }

    private static String delivery(Reply reply) {
        return reply.body().replaceFirst("(?s).*\"delivery\":\\{\"id\":\"(\\w+)\".*", "$1");
    }

    private static void event(ApiClient client, String body) {
        ObjectId trade = API.ids.next();
        Announcement event = new Announcement(
                client.tenant(),
                trade,
                new EventType("trade.completed"),
                API.ids.next(),
                1,
                API.clock.instant(),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of("r-1"),
                trade);
        API.db.run(tx -> API.webhooks.enqueue(tx, List.of(event)));
    }
}
