package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.evm.EvmBlock.Head;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One node of a network: answers, or [Trouble] that names it.
final class Node {

    /// A reorganisation between two questions is over at once: the caller may ask again right away.
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final NodeAddress address;
    private final Rpc rpc;

    Node(NodeAddress address, Rpc rpc) {
        this.address = address;
        this.rpc = rpc;
    }

    long chainId() {
        return ask(Rpc.Call.of("eth_chainId"), Shape.of(String.class, Hex::number));
    }

    /// The height of the node's tip.
    long height() {
        return ask(Rpc.Call.of("eth_blockNumber"), Shape.of(String.class, Hex::number));
    }

    Head head() {
        return ask(Rpc.Call.of("eth_getBlockByNumber", "latest", false), Head.SHAPE);
    }

    Optional<BlockRef> at(long height) {
        Optional<Head> head = find(Rpc.Call.of("eth_getBlockByNumber", Hex.quantity(height), false), Head.SHAPE);
        head.ifPresent(found -> check(found.ref().height() == height, "answered another block than asked for"));
        return head.map(Head::ref);
    }

    /// The answer as it is, errors too.
    <T> RpcAnswer<T> answer(Rpc.Call call, Shape<T> shape) {
        return rpc.ask(call, shape);
    }

    <T> List<RpcAnswer<T>> answers(List<Rpc.Call> calls, Shape<T> shape) {
        return rpc.askAll(calls, shape);
    }

    /// Something the node must know.
    <T> T ask(Rpc.Call call, Shape<T> shape) {
        return find(call, shape).orElseThrow(() -> contradiction("knows nothing to " + call.method()));
    }

    <T> Optional<T> find(Rpc.Call call, Shape<T> shape) {
        return found(call, rpc.ask(call, shape));
    }

    /// Things the node must know, `perRequest` of them in one request.
    <T> List<T> askAll(List<Rpc.Call> calls, int perRequest, Shape<T> shape) {
        List<Optional<T>> found = findAll(calls, perRequest, shape);
        List<T> values = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            String method = calls.get(i).method();
            values.add(found.get(i).orElseThrow(() -> contradiction("knows nothing to " + method)));
        }
        return values;
    }

    <T> List<Optional<T>> findAll(List<Rpc.Call> calls, int perRequest, Shape<T> shape) {
        List<Optional<T>> found = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += perRequest) {
            List<Rpc.Call> some = calls.subList(from, Math.min(calls.size(), from + perRequest));
            List<RpcAnswer<T>> answers = rpc.askAll(some, shape);
            for (int i = 0; i < some.size(); i++) {
                found.add(found(some.get(i), answers.get(i)));
            }
        }
        return found;
    }

    private <T> Optional<T> found(Rpc.Call call, RpcAnswer<T> answer) {
        return switch (answer) {
            case RpcAnswer.Found<T>(T value) -> Optional.of(value);
            case RpcAnswer.Nothing<T>() -> Optional.empty();
            case RpcAnswer.Refused<T> refused -> throw refusal(call, refused);
        };
    }

    Trouble refusal(Rpc.Call call, RpcAnswer.Refused<?> refused) {
        return trouble("refuses " + call.method() + ": " + refused.reason());
    }

    Trouble trouble(String what) {
        return address.trouble(what);
    }

    /// Answers of this node that do not fit together.
    Trouble contradiction(String what) {
        return address.trouble(what + "; a reorganisation in between?", AT_ONCE);
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            throw contradiction(otherwise);
        }
    }

    /// That an answer is about the block that was asked about.
    void checkBlock(BlockHash asked, BlockHash answered) {
        check(asked.equals(answered), "answered of block " + answered + " when asked of " + asked);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
