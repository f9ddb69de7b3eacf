package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A block with its transactions, as far as they matter here. Hashes and addresses in lower case.
record EvmBlock(BlockRef ref, BlockHash parent, Instant minedAt, Bloom bloom, List<EvmTx> txs) {

    static final Shape<EvmBlock> SHAPE = Shape.of(BlockJson.class, BlockJson::block);

    BlockHash hash() {
        return ref.hash();
    }

    Map<String, EvmTx> txsByHash() {
        return txs.stream().collect(Collectors.toMap(EvmTx::hash, tx -> tx, (one, same) -> one));
    }

    /// A block's name and time, without what is in it.
    record Head(BlockRef ref, Instant minedAt) {

        static final Shape<Head> SHAPE = Shape.of(HeadJson.class, HeadJson::head);

        private record HeadJson(String number, String hash, String timestamp) {

            Head head() {
                return new Head(
                        new BlockRef(Hex.number(number), new BlockHash(Hex.hash(hash))),
                        Instant.ofEpochSecond(Hex.number(timestamp)));
            }
        }
    }

    /// @param to empty when it creates a contract
    /// @param value coins sent along
    /// @param hasGas false for a system transaction of the network, which runs no code of anyone
    record EvmTx(String hash, String from, Optional<String> to, BigInteger value, boolean hasGas) {

        /// Whether the transaction itself moves coins from one account to another.
        boolean movesCoins() {
            return value.signum() > 0 && !to.equals(Optional.of(from));
        }
    }

    private record BlockJson(
            String number,
            String hash,
            String parentHash,
            String timestamp,
            String logsBloom,
            List<TxJson> transactions) {

        EvmBlock block() {
            return new EvmBlock(
                    new BlockRef(Hex.number(number), new BlockHash(Hex.hash(hash))),
                    new BlockHash(Hex.hash(parentHash)),
                    Instant.ofEpochSecond(Hex.number(timestamp)),
                    new Bloom(Hex.bytes(logsBloom)),
                    transactions.stream().map(TxJson::tx).toList());
        }
    }

    private record TxJson(String hash, String from, Optional<String> to, String value, String gas) {

        EvmTx tx() {
            return new EvmTx(
                    Hex.hash(hash),
                    Hex.address(from),
                    to.map(Hex::address),
                    Hex.quantity(value),
                    Hex.quantity(gas).signum() > 0);
        }
    }
}
