package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import java.util.Arrays;
import java.util.List;

/// Where a log with the Transfer topic lies: enough to know which receipt to read, and to hold the two against each
/// other.
///
/// @param index the block-wide one: good for comparing within a block, never an identity
/// @param isRemoved the node took it back when its block left the branch
record LoggedTransfer(BlockHash block, String tx, long index, boolean isRemoved) {

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
