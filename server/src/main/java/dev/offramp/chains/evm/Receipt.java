package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.evm.LoggedTransfer.LogJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What came of a transaction.
///
/// @param index the transaction's place in its block
/// @param created the contract that it made, where it made one
/// @param transfers all its logs with the Transfer topic
/// @param moves those of them that moved tokens
record Receipt(
        String tx,
        BlockHash block,
        long height,
        long index,
        boolean isSuccess,
        Optional<String> created,
        List<LoggedTransfer> transfers,
        List<TokenMove> moves) {

    static final Shape<Receipt> SHAPE = Shape.of(ReceiptJson.class, ReceiptJson::receipt);
    static final Shape<List<Receipt>> SHAPES = Shape.of(
            ReceiptJson[].class,
            receipts -> Arrays.stream(receipts).map(ReceiptJson::receipt).toList());

    private record ReceiptJson(
            String transactionHash,
            String blockHash,
            String blockNumber,
            String transactionIndex,
            String status,
            Optional<String> contractAddress,
            List<LogJson> logs) {

        Receipt receipt() {
            List<LoggedTransfer> transfers = new ArrayList<>();
            List<TokenMove> moves = new ArrayList<>();
            for (int ordinal = 0; ordinal < logs.size(); ordinal++) {
                LogJson log = logs.get(ordinal);
                if (log.isTransfer()) {
                    transfers.add(LoggedTransfer.of(log));
                    log.move(ordinal).ifPresent(moves::add);
                }
            }
            return new Receipt(
                    Hex.hash(transactionHash),
                    new BlockHash(Hex.hash(blockHash)),
                    Hex.number(blockNumber),
                    Hex.number(transactionIndex),
                    Hex.number(status) == 1,
                    contractAddress.map(Hex::address),
                    transfers,
                    moves);
        }
    }
}
