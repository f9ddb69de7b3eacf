package dev.offramp.chains.evm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Receipts by block: all of a block's in one answer where the node has that method, else those needed, one by one.
final class Receipts {

    private static final int BLOCKS_PER_REQUEST = 5;
    private static final int RECEIPTS_PER_REQUEST = 100;

    /// A block and those of its transactions whose receipts are needed.
    ///
    /// @param isAnything whether any are; a block can be in doubt without having a transaction
    record Need(EvmBlock block, Set<String> txs, boolean isAnything) {}

    private final Node node;

    Receipts(Node node) {
        this.node = node;
    }

    /// By transaction, at least what was needed of each block, in the order of `needs`.
    List<Map<String, Receipt>> of(List<Need> needs) {
        List<Map<String, Receipt>> answers = wholeBlocks(needs);
        for (int i = 0; i < needs.size(); i++) {
            complete(needs.get(i), answers.get(i));
        }
        return answers;
    }

    private List<Map<String, Receipt>> wholeBlocks(List<Need> needs) {
        List<Map<String, Receipt>> answers = new ArrayList<>();
        for (int from = 0; from < needs.size(); from += BLOCKS_PER_REQUEST) {
            answers.addAll(someBlocks(needs.subList(from, Math.min(needs.size(), from + BLOCKS_PER_REQUEST))));
        }
        return answers;
    }

    /// Empty maps where the node lacks the method: then every receipt is asked for alone.
    private List<Map<String, Receipt>> someBlocks(List<Need> needs) {
        List<Rpc.Call> calls = needs.stream()
                .map(need ->
                        Rpc.Call.of("eth_getBlockReceipts", need.block().hash().value()))
                .toList();
        List<Map<String, Receipt>> answers = new ArrayList<>();
        List<RpcAnswer<List<Receipt>>> told = node.answers(calls, Receipt.SHAPES);
        for (int i = 0; i < needs.size(); i++) {
            answers.add(
                    switch (told.get(i)) {
                        case RpcAnswer.Found<List<Receipt>>(List<Receipt> receipts) -> byTx(needs.get(i), receipts);
                        case RpcAnswer.Nothing<List<Receipt>>() ->
                            throw node.contradiction("has no receipts of block "
                                    + needs.get(i).block().hash());
                        case RpcAnswer.Refused<List<Receipt>> refused -> {
                            if (!refused.isMethodMissing()) {
                                throw node.refusal(calls.get(i), refused);
                            }
                            yield new HashMap<>();
                        }
                    });
        }
        return answers;
    }

    /// Also what the block's own answer left out: some networks keep the receipts of their system transactions apart.
    private void complete(Need need, Map<String, Receipt> receipts) {
        Set<String> missing = new HashSet<>(need.txs());
        missing.removeAll(receipts.keySet());
        List<Rpc.Call> calls = missing.stream()
                .map(tx -> Rpc.Call.of("eth_getTransactionReceipt", tx))
                .toList();
        receipts.putAll(byTx(need, node.askAll(calls, RECEIPTS_PER_REQUEST, Receipt.SHAPE)));
        node.check(receipts.keySet().containsAll(need.txs()), "answered with other receipts than those asked for");
    }

    private Map<String, Receipt> byTx(Need need, List<Receipt> receipts) {
        Map<String, Receipt> byTx = new HashMap<>();
        for (Receipt receipt : receipts) {
            node.checkBlock(need.block().hash(), receipt.block());
            byTx.put(receipt.tx(), receipt);
        }
        return byTx;
    }
}
