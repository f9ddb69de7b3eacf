package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.EvmBlock.Head;
import dev.offramp.chains.evm.LoggedTransfer.LogJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How what a wallet sent stands, by one node. A receipt counts when its block is on the node's best branch; one of
/// another block is a reorganisation in between, and so a contradiction.
///
/// A transaction that a block says succeeded, and whose token logs no transfer out of the wallet, is told as nothing:
/// whether it moved anything is for people to find out.
final class SentTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(SentTransactions.class);
    private static final int PER_REQUEST = 100;
    private static final String NO_DATA = "0x";

    private record TxJson(String hash, Optional<String> blockHash, String input) {}

    /// @param l1Fee what a rollup takes besides, for the chain below
    private record ReceiptJson(
            String blockHash,
            String blockNumber,
            String status,
            String gasUsed,
            String effectiveGasPrice,
            Optional<String> l1Fee,
            Optional<String> to,
            List<LogJson> logs) {

        Sent sent() {
            List<TokenMove> moves = new ArrayList<>();
            for (int ordinal = 0; ordinal < logs.size(); ordinal++) {
                logs.get(ordinal).move(ordinal).ifPresent(moves::add);
            }
            BigInteger gas = Hex.quantity(gasUsed).multiply(Hex.quantity(effectiveGasPrice));
            return new Sent(
                    new BlockHash(Hex.hash(blockHash)),
                    Hex.number(blockNumber),
                    Hex.number(status) == 1,
                    gas.add(l1Fee.map(Hex::quantity).orElse(BigInteger.ZERO)),
                    to.map(Checksum::canonical),
                    moves);
        }
    }

    private record Sent(
            BlockHash block,
            long height,
            boolean isSuccess,
            BigInteger gas,
            Optional<Address> to,
            List<TokenMove> moves) {

        static final Shape<Sent> SHAPE = Shape.of(ReceiptJson.class, ReceiptJson::sent);

        /// Whether what it did can be read off its receipt.
        boolean isClear(Address wallet) {
            boolean moved = moves.stream()
                    .anyMatch(move -> move.from().equals(wallet)
                            && to.filter(move.contract()::equals).isPresent());
            return !isSuccess || moved || to.filter(wallet::equals).isPresent();
        }
    }

    private final Node node;
    private final Address wallet;

    SentTransactions(Node node, Address wallet) {
        this.node = node;
        this.wallet = wallet;
    }

    Map<TxHash, Standing> standings(Set<TxHash> txs) {
        // First, so that nothing counts as deeper than it is.
        long tip = node.height();
        Map<TxHash, Sent> mined = find("eth_getTransactionReceipt", txs, Sent.SHAPE);
        Map<Long, BlockHash> branch = branch(mined.values());
        Map<TxHash, Standing> standings = new HashMap<>();
        Set<TxHash> doubtful = new HashSet<>();
        mined.forEach((tx, sent) -> {
            node.check(
                    sent.block().equals(branch.get(sent.height())),
                    "tells of a receipt in block " + sent.block() + ", which is not on its best branch");
            standings.put(tx, standing(sent, tip));
            if (!sent.isClear(wallet)) {
                doubtful.add(tx);
            }
        });
        standings.keySet().removeAll(unclear(doubtful));
        Set<TxHash> rest = new HashSet<>(txs);
        rest.removeAll(mined.keySet());
        standings.putAll(withoutReceipt(rest));
        return standings;
    }

    private static Standing standing(Sent sent, long tip) {
        return new Standing.InBlock(Math.max(1, tip - sent.height() + 1), sent.isSuccess(), sent.gas());
    }

    /// Those that called something; plain coins need no log.
    private Set<TxHash> unclear(Set<TxHash> doubtful) {
        Set<TxHash> unclear = new HashSet<>(doubtful);
        find("eth_getTransactionByHash", doubtful, Shape.of(TxJson.class, json -> json))
                .forEach((tx, json) -> {
                    if (json.input().equals(NO_DATA)) {
                        unclear.remove(tx);
                    }
                });
        unclear.forEach(tx -> LOG.error("{} says that {} succeeded, but its token logs no transfer", node, tx));
        return unclear;
    }

    private Map<TxHash, Standing> withoutReceipt(Set<TxHash> txs) {
        Map<TxHash, Standing> standings = new HashMap<>();
        txs.forEach(tx -> standings.put(tx, new Standing.Unknown()));
        find("eth_getTransactionByHash", txs, Shape.of(TxJson.class, json -> json))
                .forEach((tx, json) -> {
                    if (json.blockHash().isPresent()) {
                        // Mined between the two questions.
                        standings.remove(tx);
                    } else {
                        standings.put(tx, new Standing.Waiting());
                    }
                });
        return standings;
    }

    private <T> Map<TxHash, T> find(String method, Collection<TxHash> txs, Shape<T> shape) {
        List<TxHash> asked = List.copyOf(txs);
        List<Rpc.Call> calls =
                asked.stream().map(tx -> Rpc.Call.of(method, tx.value())).toList();
        List<Optional<T>> answers = node.findAll(calls, PER_REQUEST, shape);
        Map<TxHash, T> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            TxHash tx = asked.get(i);
            answers.get(i).ifPresent(answer -> found.put(tx, answer));
        }
        return found;
    }

    /// The best branch's hashes at these heights.
    private Map<Long, BlockHash> branch(Collection<Sent> mined) {
        Set<Long> heights = new TreeSet<>();
        mined.forEach(sent -> heights.add(sent.height()));
        List<Rpc.Call> calls = heights.stream()
                .map(height -> Rpc.Call.of("eth_getBlockByNumber", Hex.quantity(height), false))
                .toList();
        Map<Long, BlockHash> branch = new HashMap<>();
        for (Head head : node.askAll(calls, PER_REQUEST, Head.SHAPE)) {
            branch.put(head.ref().height(), head.ref().hash());
        }
        return branch;
    }
}
