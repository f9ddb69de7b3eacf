package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a log with the Transfer topic lies: enough to know which receipt to read, and to hold the two against each
/// other.
///
/// @param index the block-wide one: good for comparing within a block, never an identity
/// @param isRemoved the node took it back when its block left the branch
record LoggedTransfer(BlockHash block, String tx, long index, boolean isRemoved) {

    /// A log as nodes tell it, alone and in receipts.
    record LogJson(
            String address,
            List<String> topics,
            String data,
            String blockHash,
            String transactionHash,
            String logIndex,
            Optional<Boolean> removed) {

        boolean isTransfer() {
            return !topics.isEmpty() && topics.getFirst().equalsIgnoreCase(TokenMove.TOPIC);
        }

        BlockHash block() {
            return new BlockHash(Hex.hash(blockHash));
        }

        Optional<TokenMove> move(int ordinal) {
            return TokenMove.of(ordinal, address, topics, data);
        }
    }

    static final Shape<List<LoggedTransfer>> SHAPE = Shape.of(
            LogJson[].class, logs -> Arrays.stream(logs).map(LoggedTransfer::of).toList());

    static LoggedTransfer of(LogJson log) {
        return new LoggedTransfer(
                log.block(),
                Hex.hash(log.transactionHash()),
                Hex.number(log.logIndex()),
                log.removed().orElse(false));
    }
}
