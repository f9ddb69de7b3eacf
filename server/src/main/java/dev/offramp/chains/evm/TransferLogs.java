package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The logs with the Transfer topic, asked by block hash and whatever the contract: which contracts count is judged
/// above, so that no set of watched ones must be kept in step.
final class TransferLogs {

    private static final byte[] TOPIC = Hex.bytes(TokenMove.TOPIC);
    private static final int PER_REQUEST = 20;
    private static final int ASKED_AGAIN = 2;

    /// @param isComplete false when the node told of no logs, also when asked again, though the block's bloom holds the
    ///     topic: chance or an incomplete answer, which only the receipts can tell
    record Answer(List<LoggedTransfer> logs, boolean isComplete) {}

    private final Node node;

    TransferLogs(Node node) {
        this.node = node;
    }

    List<Answer> of(List<EvmBlock> blocks) {
        List<List<LoggedTransfer>> found = node.askAll(
                blocks.stream().map(block -> call(block.hash())).toList(), PER_REQUEST, LoggedTransfer.SHAPE);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            answers.add(settled(blocks.get(i), found.get(i)));
        }
        return answers;
    }

    private Answer settled(EvmBlock block, List<LoggedTransfer> first) {
        List<LoggedTransfer> logs = first;
        boolean isExpected = block.bloom().mayHold(TOPIC);
        for (int i = 0; logs.isEmpty() && isExpected && i < ASKED_AGAIN; i++) {
            logs = node.ask(call(block.hash()), LoggedTransfer.SHAPE);
        }
        for (LoggedTransfer log : logs) {
            node.checkBlock(block.hash(), log.block());
            node.check(!log.isRemoved(), "took logs of block " + block.hash() + " back");
        }
        return new Answer(logs, !logs.isEmpty() || !isExpected);
    }

    private static Rpc.Call call(BlockHash block) {
        return Rpc.Call.of("eth_getLogs", Map.of("blockHash", block.value(), "topics", List.of(TokenMove.TOPIC)));
    }
}
