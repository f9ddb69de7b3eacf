package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.chains.evm.EvmBlock.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What became of transactions. Never [TxStatus.Replaced]: nodes forget a replaced transaction, and to find the one
/// that took its nonce its sender's whole history would have to be read. Such a one is [TxStatus.Unknown].
final class TxStatuses {

    private static final int PER_REQUEST = 100;

    private record TxJson(String hash, Optional<String> blockHash) {}

    private final Node node;

    TxStatuses(Node node) {
        this.node = node;
    }

    Map<TxHash, TxStatus> of(Set<TxHash> txs) {
        Map<TxHash, TxStatus> statuses = new HashMap<>();
        txs.forEach(tx -> statuses.put(tx, new TxStatus.Unknown()));
        List<TxHash> askable = txs.stream().filter(tx -> Hex.isHash(tx.value())).toList();
        Map<TxHash, Receipt> mined = find("eth_getTransactionReceipt", askable, Receipt.SHAPE);
        Map<Long, BlockHash> branch = branch(mined);
        mined.forEach((tx, receipt) -> statuses.put(tx, mined(receipt, branch)));
        List<TxHash> rest =
                askable.stream().filter(tx -> !mined.containsKey(tx)).toList();
        find("eth_getTransactionByHash", rest, Shape.of(TxJson.class, json -> json))
                .forEach((tx, json) -> statuses.put(tx, waiting(json)));
        return statuses;
    }

    private <T> Map<TxHash, T> find(String method, List<TxHash> txs, Shape<T> shape) {
        List<Rpc.Call> calls =
                txs.stream().map(tx -> Rpc.Call.of(method, tx.value())).toList();
        List<Optional<T>> answers = node.findAll(calls, PER_REQUEST, shape);
        Map<TxHash, T> found = new LinkedHashMap<>();
        for (int i = 0; i < txs.size(); i++) {
            TxHash tx = txs.get(i);
            answers.get(i).ifPresent(answer -> found.put(tx, answer));
        }
        return found;
    }

    /// The best branch's hashes at the heights of these receipts.
    private Map<Long, BlockHash> branch(Map<TxHash, Receipt> receipts) {
        Set<Long> heights = new TreeSet<>();
        receipts.values().forEach(receipt -> heights.add(receipt.height()));
        List<Rpc.Call> calls = new ArrayList<>();
        heights.forEach(height -> calls.add(Rpc.Call.of("eth_getBlockByNumber", Hex.quantity(height), false)));
        Map<Long, BlockHash> branch = new HashMap<>();
        for (Head head : node.askAll(calls, PER_REQUEST, Head.SHAPE)) {
            branch.put(head.ref().height(), head.ref().hash());
        }
        return branch;
    }

    private TxStatus mined(Receipt receipt, Map<Long, BlockHash> branch) {
        node.check(
                receipt.block().equals(branch.get(receipt.height())),
                "tells of a receipt in block " + receipt.block() + ", which is not on its best branch");
        return new TxStatus.Mined(new BlockRef(receipt.height(), receipt.block()));
    }

    private TxStatus waiting(TxJson tx) {
        node.check(tx.blockHash().isEmpty(), "has transaction " + tx.hash() + " in a block but no receipt of it");
        return new TxStatus.Waiting();
    }
}
