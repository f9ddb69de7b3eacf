package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import java.util.List;
import java.util.Optional;

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
