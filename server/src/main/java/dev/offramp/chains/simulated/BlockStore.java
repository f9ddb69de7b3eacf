package dev.offramp.chains.simulated;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Transaction;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the questions: what the best branch holds. Each is one statement, hence of one moment.
final class BlockStore {

    private static final String TIP = """
            SELECT clock.height AS block_height,
                   coalesce((SELECT number FROM simulated_branch
                             WHERE network = :network AND fork_height < clock.height
                             ORDER BY fork_height DESC LIMIT 1), 0) AS block_branch
            FROM simulated_clock AS clock
            """;

    private static final String AT = """
            SELECT :height AS block_height,
                   coalesce((SELECT number FROM simulated_branch
                             WHERE network = :network AND fork_height < :height
                             ORDER BY fork_height DESC LIMIT 1), 0) AS block_branch
            WHERE :height BETWEEN 0 AND (SELECT height FROM simulated_clock)
            """;

    /// The clock's row is asked for apart, lest the planner take it for many and this for an expensive query.
    private static final String BLOCKS = """
            SELECT block.height AS block_height,
                   coalesce((SELECT number FROM simulated_branch
                             WHERE network = :network AND fork_height < block.height
                             ORDER BY fork_height DESC LIMIT 1), 0) AS block_branch,
                   coalesce((SELECT number FROM simulated_branch
                             WHERE network = :network AND fork_height < block.height - 1
                             ORDER BY fork_height DESC LIMIT 1), 0) AS parent_branch,
                   era.started_at + (block.height - era.from_height) * era.block_ms * interval '1 millisecond'
                       AS mined_at,
                   transfer.*
            FROM generate_series(:from, least((SELECT height FROM simulated_clock), :from + :max - 1))
                AS block (height)
            CROSS JOIN LATERAL (SELECT * FROM simulated_era WHERE from_height <= block.height
                                ORDER BY from_height DESC LIMIT 1) AS era
            LEFT JOIN (
                SELECT tx.height, tx.ordinal AS tx_ordinal, tx.hash, tx.sender,
                       output.ordinal, output.contract, output.recipient, output.units
                FROM simulated_tx AS tx JOIN simulated_output AS output ON output.tx = tx.hash
                WHERE tx.network = :network AND tx.state = 'mined' AND NOT tx.fails
                  AND tx.height BETWEEN :from AND :from + :max - 1
            ) AS transfer ON transfer.height = block.height
            ORDER BY block.height, transfer.tx_ordinal, transfer.ordinal
            """;

    private static final String WAITING = """
            SELECT tx.hash, tx.sender, output.ordinal, output.contract, output.recipient, output.units
            FROM simulated_tx AS tx JOIN simulated_output AS output ON output.tx = tx.hash
            WHERE tx.network = :network AND tx.state = 'waiting' AND NOT tx.fails
            ORDER BY tx.arrival, output.ordinal
            """;

    /// What each transaction is, or else which one of the same coins is mined.
    private static final String STATUSES = """
            SELECT asked.hash, tx.state, mined.hash AS mined_hash, mined.height AS block_height,
                   coalesce((SELECT number FROM simulated_branch
                             WHERE network = :network AND fork_height < mined.height
                             ORDER BY fork_height DESC LIMIT 1), 0) AS block_branch
            FROM unnest(:hashes) AS asked (hash)
            LEFT JOIN simulated_tx AS tx ON tx.hash = asked.hash AND tx.network = :network
            LEFT JOIN simulated_tx AS mined ON mined.coins = tx.coins AND mined.state = 'mined'
            """;

    private static final String RECEIVED = """
            SELECT output.contract, sum(output.units) AS units
            FROM unnest(:recipients) AS asked (recipient)
            JOIN simulated_output AS output ON output.recipient = asked.recipient
            JOIN simulated_tx AS tx ON tx.hash = output.tx
            WHERE tx.network = :network AND tx.state = 'mined' AND NOT tx.fails AND tx.height <= :height
            GROUP BY output.contract
            """;

    private final HashMaker hashes;

    BlockStore(HashMaker hashes) {
        this.hashes = hashes;
    }

    BlockRef tip(Transaction tx, Network network) {
        return tx.sql()
                .createQuery(TIP)
                .bind("network", network.code())
                .map((row, context) -> block(row, network))
                .one();
    }

    Optional<BlockRef> at(Transaction tx, Network network, long height) {
        return tx.sql()
                .createQuery(AT)
                .bind("network", network.code())
                .bind("height", height)
                .map((row, context) -> block(row, network))
                .findOne();
    }

    List<ChainBlock> blocksFrom(Transaction tx, Network network, long height, int max) {
        Map<Header, List<Transfer>> blocks = tx
                .sql()
                .createQuery(BLOCKS)
                .bind("network", network.code())
                .bind("from", height)
                .bind("max", max)
                .map(BlockStore::line)
                .stream()
                .collect(groupingBy(
                        Line::header, LinkedHashMap::new, flatMapping(line -> line.transfer().stream(), toList())));
        return blocks.entrySet().stream()
                .map(block -> chainBlock(network, block.getKey(), block.getValue()))
                .toList();
    }

    List<Transfer> waiting(Transaction tx, Network network) {
        return tx.sql()
                .createQuery(WAITING)
                .bind("network", network.code())
                .map((row, context) -> transfer(row))
                .list();
    }

    Map<TxHash, TxStatus> statuses(Transaction tx, Network network, Set<TxHash> txs) {
        return tx
                .sql()
                .createQuery(STATUSES)
                .bind("network", network.code())
                .bindArray(
                        "hashes", String.class, txs.stream().map(TxHash::value).toList())
                .map((row, context) -> Map.entry(new TxHash(row.getString("hash")), status(row, network)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The sums of all blocks up to `height`.
    Map<Coin, BigInteger> received(Transaction tx, Network network, Set<Address> recipients, long height) {
        return tx
                .sql()
                .createQuery(RECEIVED)
                .bindArray(
                        "recipients",
                        String.class,
                        recipients.stream().map(Address::value).toList())
                .bind("network", network.code())
                .bind("height", height)
                .map((row, context) -> Map.entry(coin(row, network), units(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private BlockRef block(ResultSet row, Network network) throws SQLException {
        return hashes.block(network, row.getLong("block_height"), row.getLong("block_branch"));
    }

    private TxStatus status(ResultSet row, Network network) throws SQLException {
        Optional<String> mined = Optional.ofNullable(row.getString("mined_hash"));
        if (mined.isEmpty()) {
            return "waiting".equals(row.getString("state")) ? new TxStatus.Waiting() : new TxStatus.Unknown();
        }
        return mined.get().equals(row.getString("hash"))
                ? new TxStatus.Mined(block(row, network))
                : new TxStatus.Replaced(new TxHash(mined.get()), block(row, network));
    }

    private ChainBlock chainBlock(Network network, Header header, List<Transfer> transfers) {
        return new ChainBlock(
                hashes.block(network, header.height(), header.branch()),
                hashes.blockHash(network, header.height() - 1, header.parentBranch()),
                header.minedAt(),
                transfers);
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        Header header = new Header(
                row.getLong("block_height"),
                row.getLong("block_branch"),
                row.getLong("parent_branch"),
                row.getObject("mined_at", OffsetDateTime.class).toInstant());
        return new Line(header, row.getString("hash") == null ? Optional.empty() : Optional.of(transfer(row)));
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        int ordinal = row.getInt("ordinal");
        return new Transfer(
                new TxHash(row.getString("hash")),
                new Position("out:" + ordinal),
                ordinal,
                Optional.ofNullable(row.getString("contract")).map(Address::new),
                Optional.ofNullable(row.getString("sender")).map(Address::new),
                new Address(row.getString("recipient")),
                units(row));
    }

    private static Coin coin(ResultSet row, Network network) throws SQLException {
        return new Coin(network, Optional.ofNullable(row.getString("contract")).map(Address::new));
    }

    private static BigInteger units(ResultSet row) throws SQLException {
        return row.getBigDecimal("units").toBigIntegerExact();
    }

    /// A block as the database knows it.
    private record Header(long height, long branch, long parentBranch, Instant minedAt) {}

    /// A block with one of its transfers, or with none when it is empty.
    private record Line(Header header, Optional<Transfer> transfer) {}
}
