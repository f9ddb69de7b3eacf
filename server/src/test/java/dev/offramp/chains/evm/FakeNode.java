package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.result;

import dev.offramp.assets.Network;
import dev.offramp.db.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A [ScriptedNode] with a sound standing answer to every question, from the blocks it was given.
final class FakeNode implements AutoCloseable {

    static final long CHAIN_ID = 1;

    /// Enough for a busy machine.
    static final NodeHttp.Limits PATIENT =
            new NodeHttp.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1_000_000);

    private final ScriptedNode script = new ScriptedNode();
    private final TreeMap<Long, FakeBlock> blocks = new TreeMap<>();

    FakeNode(FakeBlock... blocks) {
        for (FakeBlock block : blocks) {
            add(block);
        }
        script.on("eth_chainId", result(FakeBlock.hex(CHAIN_ID)))
                .on(
                        "eth_blockNumber",
                        params -> result(FakeBlock.hex(this.blocks.lastKey())).to(params))
                .on("eth_getBlockByNumber", this::byNumber)
                .on("eth_getLogs", params -> byHash(params.get(0).get("blockHash"), FakeBlock::transferLogs))
                .on("eth_getBlockReceipts", params -> byHash(params.get(0), FakeBlock::receipts))
                .on("debug_traceBlockByHash", params -> byHash(params.get(0), FakeBlock::trace))
                .on("eth_getTransactionReceipt", this::receipt)
                .on("eth_getTransactionByHash", ScriptedNode.nothing());
    }

    /// A chain of empty-bloom blocks up to this height.
    static FakeNode empty(int height) {
        FakeNode node = new FakeNode();
        for (int i = 1; i <= height; i++) {
            node.add(FakeBlock.of('b', i).withEmptyBloom());
        }
        return node;
    }

    void add(FakeBlock block) {
        blocks.put(block.height(), block);
    }

    ScriptedNode script() {
        return script;
    }

    private String byNumber(JsonNode params) {
        String tag = params.get(0).stringValue();
        long height = tag.equals("latest") ? blocks.lastKey() : Long.decode(tag);
        return blocks.containsKey(height)
                ? result(blocks.get(height).json(params.get(1).booleanValue())).to(params)
                : ScriptedNode.nothing().to(params);
    }

    private String byHash(JsonNode hash, Function<FakeBlock, Object> what) {
        return blocks.values().stream()
                .filter(block -> block.hash().equals(hash.stringValue()))
                .findFirst()
                .map(block -> result(what.apply(block)).to(hash))
                .orElseGet(() -> ScriptedNode.error(-32000, "unknown block").to(hash));
    }

    /// The sound answer to `debug_traceBlockByHash`.
    List<Map<String, Object>> trace(JsonNode params) {
        return blocks.values().stream()
                .filter(block -> block.hash().equals(params.get(0).stringValue()))
                .findFirst()
                .orElseThrow()
                .trace();
    }

    private String receipt(JsonNode params) {
        return blocks.values().stream()
                .flatMap(block -> block.receipts().stream())
                .filter(receipt ->
                        receipt.get("transactionHash").equals(params.get(0).stringValue()))
                .findFirst()
                .map(receipt -> result(receipt).to(params))
                .orElseGet(() -> ScriptedNode.nothing().to(params));
    }

    EvmChain chain() {
        return chain(EvmNetwork.Traces.AUTO, script.url());
    }

    static EvmChain chain(EvmNetwork.Traces traces, URI... urls) {
        return chain(new ManualClock(), traces, PATIENT, urls);
    }

    static EvmChain chain(InstantSource clock, EvmNetwork.Traces traces, NodeHttp.Limits limits, URI... urls) {
        EvmNetwork network = new EvmNetwork(
                Network.ETHEREUM,
                CHAIN_ID,
                Arrays.asList(urls),
                12,
                OptionalLong.empty(),
                traces,
                Map.of(),
                EvmNetwork.Sending.STANDARD);
        return EvmChain.create(network, clock, limits);
    }

    @Override
    public void close() {
        script.close();
    }
}
