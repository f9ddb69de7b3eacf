package dev.offramp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offramp.client.api.CalculateRateBody;
import dev.offramp.client.api.GenerateAddressBody;
import dev.offramp.client.api.Quote;
import dev.offramp.client.api.SavedAddress;
import dev.offramp.client.api.WithdrawToBankBody;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a client does when a server is slow, busy or away: against a server whose answers are written down.
class OfframpTest {

    private static final Written LOST = new Written(0, "", Map.of());

    private final List<Written> answers = new ArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;

    private record Written(int status, String body, Map<String, String> headers) {}

    private record Asked(String line, Optional<String> key, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Written next = answers.removeFirst();
        if (next.status() != 0) {
            byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
            next.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(next.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Offramp offramp() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/";
        return Offramp.at(url, "app", "secret", Environment.DEVELOPMENT, pauses::add);
    }

    private void answers(Written... all) {
        answers.addAll(List.of(all));
    }

    private static Written success(String data, String meta) {
        return new Written(
                200,
                "{\"success\":true,\"message\":\"\",\"data\":" + data + ",\"meta\":" + meta
                        + ",\"summary\":{},\"stats\":{}}",
                Map.of());
    }

    private static Written success(String data) {
        return success(data, "{}");
    }

    @Test
    void repeatsAChangeUnderTheSameKeyAfterALostAnswer429And503() {
        answers(
                LOST,
                new Written(429, "{}", Map.of("Retry-After", "7")),
                new Written(503, "busy", Map.of()),
                success("{\"id\":\"1\",\"status\":\"pending\"}"));

        String id = offramp()
                .withdrawToBank("b", WithdrawToBankBody.of(new BigDecimal("0.10"), "1234"))
                .id();

        assertThat(id).isEqualTo("1");
        assertThat(asked).map(Asked::key).doesNotContain(Optional.empty());
        assertThat(asked.stream().map(Asked::key).distinct()).hasSize(1);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(7), Duration.ofSeconds(2));
        assertThat(asked.getFirst().body()).isEqualTo("{\"amount\":0.10,\"pin\":\"1234\"}");
    }

    @Test
    void asksWithoutAKeyForWhatChangesNothing() {
        answers(success("[]"));
        offramp().listBanks("ngn");
        assertThat(asked).containsExactly(new Asked("GET /v1/payments/banks?currency=ngn", Optional.empty(), ""));
    }

    @Test
    void keepsNumbersExactInBothDirections() {
        answers(success("{\"rate\":1605.120000000000000001,\"cryptoAmount\":1,\"ofANewerServer\":true}"));
        Quote quote = offramp().calculateRate("a", CalculateRateBody.of(new BigDecimal("123456789012345.12345678")));
        assertThat(quote)
                .isEqualTo(new Quote(
                        Optional.empty(),
                        Optional.empty(),
                        new BigDecimal("1605.120000000000000001"),
                        new BigDecimal("1")));
        assertThat(asked.getFirst().body()).isEqualTo("{\"amountInUSD\":123456789012345.12345678}");
    }

    @Test
    void saysWhatWasRefusedAndDoesNotRepeatIt() {
        answers(new Written(
                422,
                "{\"success\":false,\"message\":\"validation errors\",\"errors\":{\"label\":[\"label is required\"]}}",
                Map.of("X-Request-Id", "r1")));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> offramp().generateAddress("a", GenerateAddressBody.of("")))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.requestId()).contains("r1");
                    assertThat(refused.fields()).isEqualTo(Map.of("label", List.of("label is required")));
                })
                .withMessage("validation errors");
        assertThat(asked).hasSize(1);
    }

    @Test
    void handsTheKeyOverWhenThereIsNoAnswer() {
        answers(LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST);
        assertThatExceptionOfType(NoAnswer.class)
                .isThrownBy(() -> offramp().under("mine").deleteBank("b"))
                .satisfies(lost -> assertThat(lost.idempotencyKey()).contains("mine"));
        assertThat(pauses).hasSize(4);
    }

    @Test
    void goesThroughAListAndGivesWhatMovedToTheNextPageOnce() {
        String address = "{\"id\":\"%s\",\"createdAt\":\"2026-01-01T00:00:00.000Z\"}";
        String pages = "{\"pages\":2,\"prevPage\":null,\"nextPage\":null,\"page\":1,\"totalDocs\":3,"
                + "\"hasPrevPage\":false,\"hasNextPage\":%s}";
        answers(
                success("[" + address.formatted("3") + "," + address.formatted("2") + "]", pages.formatted(true)),
                success("[" + address.formatted("2") + "," + address.formatted("1") + "]", pages.formatted(false)));

        List<String> ids = offramp().listAddresses(ListQuery.ALL.size(2)).stream()
                .map(SavedAddress::id)
                .toList();

        assertThat(ids).containsExactly("3", "2", "1");
        assertThat(asked.getLast().line()).isEqualTo("GET /v1/payments/wallet-addresses?page=2&size=2");
    }

    @Test
    void showsNoSecret() {
        assertThat(WithdrawToBankBody.of(BigDecimal.ONE, "1234").toString()).doesNotContain("1234");
        assertThat(offramp().toString()).doesNotContain("secret");
    }
}
