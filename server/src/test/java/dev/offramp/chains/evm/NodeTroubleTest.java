package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.http;
import static dev.offramp.chains.evm.ScriptedNode.nothing;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.offramp.chains.ChainBlock;
import dev.offramp.db.ManualClock;
import dev.offramp.db.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What a node can do wrong over the wire.
class NodeTroubleTest {

    private final FakeNode node = FakeNode.empty(3);
    private final ScriptedNode script = node.script();

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>busy</html>",
                "{\"jsonrpc\":\"2.0\",\"id\":0",
                "{\"jsonrpc\":\"2.0\",\"id\":0}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x1\"} {}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"1\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x01\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"number\":\"0x1\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":\"busy\"}"
            })
    void isInTroubleOverAMalformedAnswer(String body) {
        script.nextRequest(http(200, body));

        assertThat(trouble()).hasMessageContaining("sent a malformed answer");
    }

    @Test
    void isInTroubleOverALogThatIsNull() {
        script.on("eth_getLogs", result(Arrays.asList((Object) null)));

        assertThat(troubleReading()).hasMessageContaining("sent a malformed answer");
    }

    @Test
    void isInTroubleOverABlockWithoutAHash() {
        script.on("eth_getBlockByNumber", params -> "\"result\":{\"number\":\"0x1\",\"hash\":null}");

        assertThat(trouble()).hasMessageContaining("sent a malformed answer");
    }

    @Test
    void isInTroubleOverTooLongAnAnswer() {
        script.nextRequest(http(200, "{\"result\":\"" + "0".repeat(1_000_000)));

        assertThat(trouble()).hasMessageContaining("sent an answer of more than 1000000 bytes");
    }

    @Test
    void isInTroubleOverAnAnswerThatBreaksOff() {
        script.nextRequest(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"result\":".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            throw new IOException("the node fell");
        });

        assertThat(trouble()).hasMessageContaining("broke off in its answer");
    }

    @Test
    void waitsNoLongerThanAgreedForTheAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        script.nextRequest(exchange -> await(never));

        assertThat(impatientTrouble()).hasMessageContaining("did not answer in time");
        never.countDown();
    }

    @Test
    void waitsNoLongerThanAgreedForTheRestOfTheAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        script.nextRequest(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"result\":".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            await(never);
        });

        assertThat(impatientTrouble()).hasMessageContaining("broke off in its answer");
        never.countDown();
    }

    @Test
    void isInTroubleOverANodeThatIsAway() {
        script.close();

        assertThat(trouble()).hasMessageContaining("cannot be reached");
    }

    @Test
    void isInTroubleOverAnHttpError() {
        script.nextRequest(http(502, "<html>bad gateway</html>"));

        assertThat(trouble()).hasMessageContaining("HTTP 502");
    }

    @Test
    void readsTheErrorOfAnAnswerWithAnHttpErrorStatus() {
        script.nextRequest(http(400, "{\"id\":0,\"error\":{\"code\":-32602,\"message\":\"too far back\"}}"));

        assertThat(trouble()).hasMessageContaining("too far back (-32602)");
    }

    @Test
    void comesBackWhenANodeThatIsAskedTooOftenSaysSo() {
        script.nextRequest(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            ScriptedNode.send(exchange, 429, "");
        });

        assertThat(trouble().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void asksOnceMoreWhenTheConnectionIsGone() {
        script.nextRequest(HttpExchange::close);

        try (EvmChain chain = node.chain()) {
            assertThat(chain.tip().height()).isEqualTo(3);
        }
    }

    @Test
    void isInTroubleWhenTheNodeKnowsNoTip() {
        script.on("eth_getBlockByNumber", nothing());

        assertThat(trouble()).hasMessageContaining("knows nothing to eth_getBlockByNumber");
    }

    @Test
    void namesTheNodeByHostAloneAlsoWhereItRepeatsItsUrl() {
        script.on("eth_chainId", error(1, "no project at /v2/s3cretk3y"));

        try (EvmChain chain = FakeNode.chain(EvmNetwork.Traces.AUTO, script.url("/v2/s3cretk3y?token=t0psecret"))) {
            assertThatThrownBy(chain::tip)
                    .isInstanceOf(Trouble.class)
                    .hasMessageStartingWith("ethereum node 127.0.0.1:")
                    .hasMessageContaining("no project at /v2/...")
                    .hasMessageNotContaining("s3cretk3y")
                    .hasMessageNotContaining("t0psecret");
        }
    }

    @Test
    void sendsTheUserOfAUrlAsAHeader() {
        List<String> sent = new ArrayList<>();
        script.nextRequest(exchange -> {
            sent.add(exchange.getRequestHeaders().getFirst("Authorization"));
            ScriptedNode.send(exchange, 200, "{\"id\":0,\"result\":\"0x1\"}");
        });
        String withUser = script.url().toString().replace("http://", "http://me:pass@");

        try (EvmChain chain = FakeNode.chain(EvmNetwork.Traces.AUTO, URI.create(withUser))) {
            assertThat(chain.tip().height()).isEqualTo(3);
        }
        assertThat(sent).containsExactly("Basic bWU6cGFzcw==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "status"})
    void asksAloneWhereANodeTakesNoBatches(String how) {
        String refusal = "{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"batches are off\"}}";
        try (EvmChain chain = node.chain()) {
            chain.tip();
            script.nextRequest(exchange -> ScriptedNode.send(exchange, 200, "{\"id\":0,\"result\":\"0x3\"}"));
            script.nextRequest(how.equals("object") ? http(200, refusal) : http(405, "no"));

            assertThat(heights(chain)).containsExactly(1L, 2L, 3L);
            int before = script.requests();
            assertThat(heights(chain)).containsExactly(1L, 2L, 3L);
            assertThat(script.requests() - before)
                    .as("one, three blocks, three lists")
                    .isEqualTo(7);
        }
    }

    @Test
    void asksAloneForWhatABatchRefused() {
        try (EvmChain chain = node.chain()) {
            chain.tip();
            script.once("eth_getBlockByNumber", params -> "\"result\":" + json(1))
                    .once("eth_getBlockByNumber", error(-32003, "response too large"));

            assertThat(heights(chain)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void isInTroubleOverABatchWithAnswersMissing() {
        try (EvmChain chain = node.chain()) {
            chain.tip();
            script.nextRequest(http(200, "{\"id\":0,\"result\":\"0x3\"}"));
            script.nextRequest(http(200, "[{\"id\":0,\"result\":null},{\"id\":0,\"result\":null}]"));

            assertThatThrownBy(() -> heights(chain))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("left out answers of a batch");
        }
    }

    @Test
    void doesNotCareForTheOrderOfABatch() {
        try (EvmChain chain = node.chain()) {
            chain.tip();
            script.nextRequest(http(200, "{\"id\":0,\"result\":\"0x2\"}"));
            script.nextRequest(
                    http(200, "[{\"result\":" + json(2) + ",\"id\":1},{\"id\":0,\"result\":" + json(1) + "}]"));

            assertThat(heights(chain)).containsExactly(1L, 2L);
        }
    }

    private static String json(long height) {
        return JsonMapper.shared()
                .writeValueAsString(FakeBlock.of('b', height).withEmptyBloom().json(true));
    }

    private static List<Long> heights(EvmChain chain) {
        return chain.blocksFrom(1, 10).stream()
                .map(ChainBlock::ref)
                .map(ref -> ref.height())
                .toList();
    }

    private Trouble trouble() {
        try (EvmChain chain = node.chain()) {
            return catchThrowableOfType(Trouble.class, chain::tip);
        }
    }

    private Trouble troubleReading() {
        try (EvmChain chain = node.chain()) {
            return catchThrowableOfType(Trouble.class, () -> chain.blocksFrom(1, 10));
        }
    }

    private Trouble impatientTrouble() {
        NodeHttp.Limits limits = new NodeHttp.Limits(Duration.ofSeconds(20), Duration.ofMillis(300), 1_000_000);
        try (EvmChain chain = FakeNode.chain(new ManualClock(), EvmNetwork.Traces.AUTO, limits, script.url())) {
            return catchThrowableOfType(Trouble.class, chain::tip);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
