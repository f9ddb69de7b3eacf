package dev.offramp.chains.evm;

import dev.offramp.chains.evm.EvmBlock.EvmTx;
import dev.offramp.chains.evm.FrameReader.TxFrames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The coins that contracts passed on, block by block, where the nodes offer call traces.
///
/// Whether they do is tried once. What is found holds from then on for the whole network: if it depended on the node
/// that answers, a deposit could be lost for good in the minute another one stood in.
final class CallFrames {

    private static final Logger LOG = LoggerFactory.getLogger(CallFrames.class);
    private static final Map<String, Object> TRACER = Map.of(
            "tracer", "callTracer", "tracerConfig", Map.of("onlyTopCall", false, "withLog", false), "timeout", "20s");

    /// Tracing is the slowest question by far, and a block's trace too large to be one of a batch.
    private static final int AT_ONCE = 4;

    private enum Offer {
        UNTRIED,
        MADE,
        LACKING
    }

    private final EvmNetwork.Traces setting;
    private volatile Offer offer = Offer.UNTRIED;

    CallFrames(EvmNetwork.Traces setting) {
        this.setting = setting;
    }

    /// Whether the next block will be read with traces.
    boolean areRead() {
        return setting != EvmNetwork.Traces.OFF && offer != Offer.LACKING;
    }

    /// Each block's moves by transaction; transactions without any are left out.
    List<Map<String, List<CallMove>>> moves(Node node, List<EvmBlock> blocks) {
        int first = offer == Offer.UNTRIED ? firstTraced(blocks) + 1 : 0;
        List<Map<String, List<CallMove>>> moves = new ArrayList<>();
        blocks.stream().limit(first).forEach(block -> moves.add(moves(node, block)));
        moves.addAll(Abreast.ask(
                AT_ONCE,
                blocks.stream()
                        .skip(first)
                        .<Callable<Map<String, List<CallMove>>>>map(block -> () -> moves(node, block))
                        .toList()));
        return moves;
    }

    /// The place of the first block that has something to trace.
    private static int firstTraced(List<EvmBlock> blocks) {
        return (int) blocks.stream().takeWhile(block -> block.txs().isEmpty()).count();
    }

    private Map<String, List<CallMove>> moves(Node node, EvmBlock block) {
        if (!areRead() || block.txs().isEmpty()) {
            return Map.of();
        }
        Rpc.Call call = Rpc.Call.of("debug_traceBlockByHash", block.hash().value(), TRACER);
        return switch (node.answer(call, TxFrames.SHAPE)) {
            case RpcAnswer.Found<List<TxFrames>>(List<TxFrames> frames) -> {
                offer = Offer.MADE;
                yield byTx(node, block, frames);
            }
            case RpcAnswer.Nothing<List<TxFrames>>() ->
                throw node.contradiction("has no trace of block " + block.hash());
            case RpcAnswer.Refused<List<TxFrames>> refused -> withoutTraces(node, call, refused);
        };
    }

    private Map<String, List<CallMove>> withoutTraces(Node node, Rpc.Call call, RpcAnswer.Refused<?> refused) {
        if (!refused.isMethodMissing()) {
            throw node.refusal(call, refused);
        }
        if (setting == EvmNetwork.Traces.ON || offer == Offer.MADE) {
            throw node.trouble("offers no call traces, and this network is read with them: " + refused.reason());
        }
        offer = Offer.LACKING;
        LOG.warn("{} offers no call traces: coins are seen by top-level value only, not those sent by contracts", node);
        return Map.of();
    }

    private static Map<String, List<CallMove>> byTx(Node node, EvmBlock block, List<TxFrames> frames) {
        List<EvmTx> txs = block.txs();
        Map<String, List<CallMove>> moves = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            TxFrames traced = frames.get(i);
            node.check(traced.tx().isPresent() || frames.size() == txs.size(), "left out traces of a block");
            int place = i;
            String tx = traced.tx().orElseGet(() -> txs.get(place).hash());
            traced.moves().ifPresent(found -> moves.put(tx, found));
        }
        for (EvmTx tx : txs) {
            node.check(moves.containsKey(tx.hash()) || !tx.hasGas(), "has no trace of transaction " + tx.hash());
        }
        node.check(moves.size() <= txs.size(), "traced transactions that are not in the block");
        moves.values().removeIf(List::isEmpty);
        return moves;
    }
}
