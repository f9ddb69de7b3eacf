package dev.offramp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.docs.TestLibrary;
import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The transport and the tools, asked without a socket. The official client meets them in the acceptance tests.
class McpTest {

    /// What the API was asked.
    private final List<RawRequest> asked = new ArrayList<>();

    private final TestClient client = new TestClient(Mcp.create(
            List.of(new DocTools(TestLibrary.DOCS::library), new AccountTools(new OneAnswer())),
            (_, _) -> {
                throw new AssertionError("nobody is to be known here");
            },
            TestLibrary.URL));

    /// An API that answers one question and refuses all others.
    private final class OneAnswer implements Face {

        @Override
        public String name() {
            return "api";
        }

        @Override
        public boolean claims(String path) {
            return true;
        }

        @Override
        public RawAnswer answer(RawRequest request) {
            asked.add(request);
            boolean isKnown = request.header("x-app-secret").equals(Optional.of("right"));
            String text = isKnown ? "{\"success\":true}" : "{\"message\":\"invalid credentials\"}";
            return RawAnswer.of(isKnown ? 200 : 401, Map.of(), new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public RawAnswer refuse(Fault fault, String requestId) {
            throw new AssertionError();
        }
    }

    @Test
    void introducesItself() {
        JsonNode answer = TestClient.json(client.send("POST", """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"test","version":"1"}}}
                """.replace("\\\n", "")));

        assertThat(answer.at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(answer.at("/result/serverInfo/name").asString()).isEqualTo("offramp");
        assertThat(client.send("POST", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void offersToEverybodyWhatExplainsAndNothingElse() {
        assertThat(client.tools())
                .containsExactly("search_docs", "read_doc", "list_endpoints", "describe_endpoint", "explain_error");
        assertThat(client.call("list_wallets", "{}").at("/result/isError").asBoolean())
                .isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void offersABusinessWhatItHas() {
        client.signIn("app", "right");

        assertThat(client.tools())
                .contains("list_wallets", "show_delivery")
                .allMatch(name -> !name.contains("withdraw_"));
    }

    @Test
    void explains() {
        assertThat(client.text("search_docs", "{\"query\":\"verify a webhook signature\"}"))
                .contains("/docs/webhooks");
        assertThat(client.text("read_doc", "{\"path\":\"/docs/errors\"}")).startsWith("# Errors");
        assertThat(client.text("read_doc", "{\"path\":\"/docs/errors#every-error\"}"))
                .startsWith("## Every error");
        assertThat(client.text("list_endpoints", "{}"))
                .contains("withdrawToBank: POST /v1/payments/withdraw/bank/{id}");
        assertThat(client.text("describe_endpoint", "{\"operation\":\"GET /v1/trades/wallets\"}"))
                .startsWith("# ")
                .contains("`GET /v1/trades/wallets`");
        assertThat(client.text("explain_error", "{\"error\":\"403 invalid pin\"}"))
                .contains("Cause: ")
                .contains("Cure: ");
        assertThat(client.text("explain_error", "{\"error\":\"415\"}")).contains("Content-Encoding is not supported");
    }

    @Test
    void asksTheApiWithTheCallersCredentialsAndNothingElse() {
        client.signIn("app", "right");

        assertThat(client.text("list_wallets", "{\"search\":\"a&size=999 +?#\",\"size\":\"2\"}"))
                .isEqualTo("{\"success\":true}");
        RawRequest request = asked.getFirst();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/trades/wallets");
        assertThat(request.query()).isEqualTo("size=2&search=a%26size%3D999%20%2B%3F%23");
        assertThat(request.header("X-Breet-Env")).contains("development");
        assertThat(request.header("x-app-id")).contains("app");
        assertThat(request.header("Cookie")).isEmpty();
    }

    @Test
    void leadsNowhereElseInTheApi() {
        client.signIn("app", "right");

        client.text("show_wallet", "{\"id\":\"../../users/fetch-integration?x=\"}");

        assertThat(asked.getFirst().path()).isEqualTo("/v1/trades/wallets/..%2F..%2Fusers%2Ffetch-integration%3Fx%3D");
    }

    @Test
    void passesOnWhatTheApiRefuses() {
        client.signIn("app", "wrong");
        JsonNode answer = client.call("list_assets", "{}");

        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/content/0/text").asString())
                .contains("401")
                .contains("invalid credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"query\":1}",
                "{\"query\":[\"a\"]}",
                "{\"query\":null}",
                "{\"query\":\"a\",\"path\":\"/etc/passwd\"}",
                "{\"query\":{\"$gt\":\"\"}}"
            })
    void refusesArgumentsThatItDoesNotTake(String arguments) {
        JsonNode answer = client.call("search_docs", arguments);

        assertThat(answer.has("error") || answer.at("/result/isError").asBoolean())
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void refusesAQuestionThatIsTooLong() {
        JsonNode answer = client.call("search_docs", "{\"query\":\"" + "a".repeat(501) + "\"}");

        assertThat(answer.has("error") || answer.at("/result/isError").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../../etc/passwd",
                "file:///etc/passwd",
                "/docs/questions.txt",
                "site/errors.md/../x",
                "",
                "\\u0000",
                "http://elsewhere.example/docs/nothing"
            })
    void readsNothingButPages(String path) {
        JsonNode answer = client.call("read_doc", "{\"path\":\"" + path + "\"}");

        assertThat(answer.at("/result/isError").asBoolean())
                .as(answer.toString())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "[{\"jsonrpc\":\"2.0\"}]",
                "{\"jsonrpc\":\"2.0\"}",
                "{\"a\":\"\\u0000\"}"
            })
    void refusesWhatIsNoMessage(String body) {
        RawAnswer answer = client.send("POST", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(TestClient.json(answer).has("error")).isTrue();
    }

    @Test
    void refusesADeepMessage() {
        assertThat(client.send("POST", "[".repeat(30_000)).status()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherMethodOfTheProtocolThanItHas() {
        JsonNode answer =
                TestClient.json(client.send("POST", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}"));

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void keepsPagesOfOthersAway() {
        client.with("origin", "https://elsewhere.example");
        assertThat(client.send("POST", "{}").status()).isEqualTo(403);
        client.with("origin", "null");
        assertThat(client.send("POST", "{}").status()).isEqualTo(403);
        client.with("origin", TestLibrary.URL);
        assertThat(client.tools()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void hasNoStreamsAndNoSessions(String method) {
        RawAnswer answer = client.send(method, "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).contains(new RawAnswer.Header("Allow", "POST"));
    }

    @Test
    void takesJsonOfVersionsThatItKnows() {
        client.with("content-type", "text/plain");
        assertThat(client.send("POST", "{}").status()).isEqualTo(415);
        client.with("content-type", "application/json; charset=utf-8");
        client.with("mcp-protocol-version", "1999-01-01");
        assertThat(client.send("POST", "{}").status()).isEqualTo(400);
        client.with("mcp-protocol-version", "2025-06-18");
        assertThat(client.tools()).isNotEmpty();
    }
}
