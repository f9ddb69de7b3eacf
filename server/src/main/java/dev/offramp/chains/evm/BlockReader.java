package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.EvmBlock.EvmTx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// Reads whole blocks off one node: headers and transactions by number, all else by the hash found there.
final class BlockReader {

    /// Blocks read together: enough that one request's travel does not count, few enough to hold in memory.
    private static final int TOGETHER = 10;

    private static final String VALUE = "value";

    private final Node node;
    private final CallFrames frames;

    BlockReader(Node node, CallFrames frames) {
        this.node = node;
        this.frames = frames;
    }

    /// `count` blocks of the node's best branch from `height` on; fewer where it ends sooner.
    List<ChainBlock> read(long height, int count) {
        List<ChainBlock> read = new ArrayList<>();
        while (read.size() < count) {
            int some = Math.min(TOGETHER, count - read.size());
            List<EvmBlock> blocks = headers(height + read.size(), some);
            checkLinks(read, blocks);
            read.addAll(filled(blocks));
            if (blocks.size() < some) {
                break;
            }
        }
        return read;
    }

    private List<EvmBlock> headers(long height, int count) {
        List<Rpc.Call> calls = LongStream.range(height, height + count)
                .mapToObj(number -> Rpc.Call.of("eth_getBlockByNumber", Hex.quantity(number), true))
                .toList();
        List<EvmBlock> blocks = node.findAll(calls, TOGETHER, EvmBlock.SHAPE).stream()
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
        for (int i = 0; i < blocks.size(); i++) {
            node.check(blocks.get(i).ref().height() == height + i, "answered another block than asked for");
        }
        return blocks;
    }

    private void checkLinks(List<ChainBlock> read, List<EvmBlock> blocks) {
        Optional<BlockHash> below = read.isEmpty()
                ? Optional.empty()
                : Optional.of(read.getLast().ref().hash());
        for (EvmBlock block : blocks) {
            node.check(
                    below.isEmpty() || below.get().equals(block.parent()),
                    "block " + block.ref().height() + " is not the child of the one below");
            below = Optional.of(block.hash());
        }
    }

    private List<ChainBlock> filled(List<EvmBlock> blocks) {
        List<TransferLogs.Answer> logs = new TransferLogs(node).of(blocks);
        List<Map<String, List<CallMove>>> calls = frames.moves(node, blocks);
        List<Receipts.Need> needs = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            needs.add(need(blocks.get(i), logs.get(i), calls.get(i)));
        }
        List<Map<String, Receipt>> receipts = receipts(needs);
        List<ChainBlock> filled = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            checkLogs(logs.get(i), receipts.get(i));
            filled.add(block(blocks.get(i), receipts.get(i), calls.get(i)));
        }
        return filled;
    }

    /// The transactions that may have moved something; all of them where the logs are in doubt.
    private static Receipts.Need need(EvmBlock block, TransferLogs.Answer logs, Map<String, List<CallMove>> calls) {
        Set<String> txs = new HashSet<>(calls.keySet());
        logs.logs().forEach(log -> txs.add(log.tx()));
        block.txs().stream().filter(tx -> tx.movesCoins() || !logs.isComplete()).forEach(tx -> txs.add(tx.hash()));
        return new Receipts.Need(block, txs, !txs.isEmpty() || !logs.isComplete());
    }

    /// Blocks that need none are not asked about.
    private List<Map<String, Receipt>> receipts(List<Receipts.Need> needs) {
        List<Receipts.Need> some =
                needs.stream().filter(Receipts.Need::isAnything).toList();
        Iterator<Map<String, Receipt>> answers = new Receipts(node).of(some).iterator();
        List<Map<String, Receipt>> all = new ArrayList<>();
        for (Receipts.Need need : needs) {
            all.add(need.isAnything() ? answers.next() : Map.of());
        }
        return all;
    }

    /// Receipts may know more than the list of logs (then they are right), never less.
    private void checkLogs(TransferLogs.Answer logs, Map<String, Receipt> receipts) {
        for (LoggedTransfer log : logs.logs()) {
            node.check(
                    receipts.get(log.tx()).transfers().contains(log),
                    "tells of a log that is not in the receipt of " + log.tx());
        }
    }

    private ChainBlock block(EvmBlock block, Map<String, Receipt> receipts, Map<String, List<CallMove>> calls) {
        Map<String, EvmTx> txs = block.txsByHash();
        List<Transfer> transfers = new ArrayList<>();
        receipts.values().stream()
                .filter(Receipt::isSuccess)
                .sorted(Comparator.comparingLong(Receipt::index))
                .forEach(receipt -> {
                    TxHash tx = new TxHash(receipt.tx());
                    Optional.ofNullable(txs.get(receipt.tx()))
                            .flatMap(sent -> value(sent, receipt))
                            .ifPresent(transfers::add);
                    calls.getOrDefault(receipt.tx(), List.of()).forEach(move -> transfers.add(move.transfer(tx)));
                    receipt.moves().forEach(move -> transfers.add(move.transfer(tx)));
                });
        return new ChainBlock(block.ref(), block.parent(), block.minedAt(), List.copyOf(transfers));
    }

    /// The coins sent along with the transaction itself, to the contract it made where it made one.
    private Optional<Transfer> value(EvmTx tx, Receipt receipt) {
        if (!tx.movesCoins()) {
            return Optional.empty();
        }
        Address recipient = tx.to()
                .or(receipt::created)
                .map(Checksum::canonical)
                .orElseThrow(() -> node.trouble("does not say which contract " + tx.hash() + " made"));
        return Optional.of(new Transfer(
                new TxHash(tx.hash()),
                new Position(VALUE),
                0,
                Optional.empty(),
                Optional.of(Checksum.canonical(tx.from())),
                recipient,
                tx.value()));
    }
}
