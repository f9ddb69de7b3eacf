package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL that writes `simulated_tx` and `simulated_output`. All but [#insert] needs the clock's lock.
final class TransactionStore {

    /// A hash that is taken is passed over with its outputs.
    private static final String INSERT = """
            WITH made AS (
                INSERT INTO simulated_tx (hash, network, coins, sender, fails, broadcast_at, not_before, state)
                SELECT hash, network, coins, nullif(sender, ''), fails, :now,
                       (SELECT height FROM simulated_clock) + 1 + wait_blocks, 'waiting'
                FROM unnest(:hashes, :networks, :coins, :senders, :fails, :waitBlocks)
                    WITH ORDINALITY AS new (hash, network, coins, sender, fails, wait_blocks, place)
                ORDER BY place
                ON CONFLICT ON CONSTRAINT simulated_tx_pk DO NOTHING
                RETURNING hash
            ), paid AS (
                INSERT INTO simulated_output (tx, ordinal, recipient, contract, units)
                SELECT made.hash, output.ordinal, output.recipient, nullif(output.contract, ''), output.units::numeric
                FROM made
                JOIN unnest(:outputTxs, :ordinals, :recipients, :contracts, :units)
                    AS output (hash, ordinal, recipient, contract, units) ON output.hash = made.hash
            )
            SELECT hash FROM made
            """;

    /// Each goes into the first of the new blocks stamped after its broadcast, or the last one if none is.
    private static final String MINE = """
            UPDATE simulated_tx AS tx
            SET state = 'mined', height = placed.height, ordinal = placed.ordinal
            FROM (
                SELECT hash, height, row_number() OVER (PARTITION BY network, height ORDER BY arrival) - 1 AS ordinal
                FROM (
                    SELECT hash, network, arrival, greatest(:first, not_before, least(:last, :first + coalesce(ceil(
                        extract(epoch FROM broadcast_at - :firstAt) * 1000 / nullif(:betweenMs, 0))::bigint, 0)))
                        AS height
                    FROM simulated_tx
                    WHERE state = 'waiting'
                ) AS due
                WHERE height <= :last
            ) AS placed
            WHERE tx.hash = placed.hash
            """;

    private static final String FIND = "SELECT hash, network, coins, sender FROM simulated_tx WHERE hash = :hash";

    private static final String SPENDER = """
            SELECT hash FROM simulated_tx WHERE coins = :coins AND state <> 'gone'
            """;

    private static final String ABOVE = """
            SELECT hash, height, ordinal FROM simulated_tx
            WHERE network = :network AND state = 'mined' AND height > :fork
            ORDER BY height, ordinal
            """;

    private static final String FORGET = """
            UPDATE simulated_tx SET state = 'gone', height = NULL, ordinal = NULL WHERE hash = ANY(:hashes)
            """;

    private static final String RETURN = """
            UPDATE simulated_tx AS tx
            SET state = 'waiting', height = NULL, ordinal = NULL, broadcast_at = :now, not_before = due.height
            FROM unnest(:hashes, :heights) AS due (hash, height)
            WHERE tx.hash = due.hash
            """;

    private static final String PLACE = """
            UPDATE simulated_tx AS tx SET height = place.height, ordinal = place.ordinal
            FROM unnest(:hashes, :heights, :ordinals) AS place (hash, height, ordinal)
            WHERE tx.hash = place.hash
            """;

    /// A transaction under its hash.
    ///
    /// @param coins its own hash, or that of the transaction it replaces or that one's
    record Named(TxHash hash, TxHash coins, NewTransaction transaction) {}

    /// What never changes of a stored transaction.
    record Stored(TxHash hash, Network network, TxHash coins, Optional<Address> sender) {}

    /// A transaction in its block.
    record Placed(TxHash hash, long height, int ordinal) {}

    /// A transaction that waits, and the height from which on a block may take it.
    record Due(TxHash hash, long height) {}

    /// Adds them to the mempool in this order.
    ///
    /// @return those whose hash was free
    Set<TxHash> insert(Transaction tx, List<Named> named, Instant now) {
        List<NewTransaction> transactions =
                named.stream().map(Named::transaction).toList();
        var query = tx.sql()
                .createQuery(INSERT)
                .bind("now", now)
                .bindArray(
                        "hashes",
                        String.class,
                        texts(named.stream().map(Named::hash).toList()))
                .bindArray(
                        "coins",
                        String.class,
                        texts(named.stream().map(Named::coins).toList()))
                .bindArray(
                        "networks",
                        String.class,
                        transactions.stream().map(t -> t.network().code()).toList())
                .bindArray(
                        "senders",
                        String.class,
                        transactions.stream().map(t -> text(t.sender())).toList())
                .bindArray(
                        "fails",
                        Boolean.class,
                        transactions.stream().map(NewTransaction::fails).toList())
                .bindArray(
                        "waitBlocks",
                        Integer.class,
                        transactions.stream().map(NewTransaction::waitBlocks).toList());
        List<Row> outputs = named.stream().flatMap(TransactionStore::rows).toList();
        query.bindArray(
                        "outputTxs",
                        String.class,
                        outputs.stream().map(row -> row.tx().value()).toList())
                .bindArray(
                        "ordinals",
                        Integer.class,
                        outputs.stream().map(Row::ordinal).toList())
                .bindArray(
                        "recipients",
                        String.class,
                        outputs.stream()
                                .map(row -> row.output().recipient().value())
                                .toList())
                .bindArray(
                        "contracts",
                        String.class,
                        outputs.stream()
                                .map(row -> text(row.output().contract()))
                                .toList())
                .bindArray(
                        "units",
                        String.class,
                        outputs.stream()
                                .map(row -> row.output().units().toString())
                                .toList());
        return new HashSet<>(
                query.map((row, context) -> new TxHash(row.getString("hash"))).list());
    }

    /// Puts what waits into blocks of `stretch`.
    void mine(Transaction tx, Stretch stretch) {
        tx.sql()
                .createUpdate(MINE)
                .bind("first", stretch.first())
                .bind("last", stretch.last())
                .bind("firstAt", stretch.firstAt())
                .bind("betweenMs", stretch.between().toMillis())
                .execute();
    }

    Optional<Stored> find(Transaction tx, TxHash hash) {
        return tx.sql()
                .createQuery(FIND)
                .bind("hash", hash.value())
                .map(TransactionStore::stored)
                .findOne();
    }

    /// The transaction that spends these coins and is mined or may be.
    Optional<TxHash> spender(Transaction tx, TxHash coins) {
        return tx.sql()
                .createQuery(SPENDER)
                .bind("coins", coins.value())
                .map((row, context) -> new TxHash(row.getString("hash")))
                .findOne();
    }

    /// What is mined above `fork`, in order.
    List<Placed> above(Transaction tx, Network network, long fork) {
        return tx.sql()
                .createQuery(ABOVE)
                .bind("network", network.code())
                .bind("fork", fork)
                .map((row, context) ->
                        new Placed(new TxHash(row.getString("hash")), row.getLong("height"), row.getInt("ordinal")))
                .list();
    }

    void forget(Transaction tx, Collection<TxHash> hashes) {
        tx.sql()
                .createUpdate(FORGET)
                .bindArray("hashes", String.class, texts(hashes))
                .execute();
    }

    /// Puts them into the mempool again.
    void giveBack(Transaction tx, List<Due> due, Instant now) {
        tx.sql()
                .createUpdate(RETURN)
                .bind("now", now)
                .bindArray(
                        "hashes",
                        String.class,
                        texts(due.stream().map(Due::hash).toList()))
                .bindArray("heights", Long.class, due.stream().map(Due::height).toList())
                .execute();
    }

    /// Moves mined transactions within the best branch.
    void place(Transaction tx, List<Placed> placed) {
        tx.sql()
                .createUpdate(PLACE)
                .bindArray(
                        "hashes",
                        String.class,
                        texts(placed.stream().map(Placed::hash).toList()))
                .bindArray(
                        "heights",
                        Long.class,
                        placed.stream().map(Placed::height).toList())
                .bindArray(
                        "ordinals",
                        Integer.class,
                        placed.stream().map(Placed::ordinal).toList())
                .execute();
    }

    private record Row(TxHash tx, int ordinal, Output output) {}

    private static Stream<Row> rows(Named named) {
        List<Output> outputs = named.transaction().outputs();
        return IntStream.range(0, outputs.size()).mapToObj(i -> new Row(named.hash(), i, outputs.get(i)));
    }

    private static List<String> texts(Collection<TxHash> hashes) {
        return hashes.stream().map(TxHash::value).toList();
    }

    /// Empty text stands for an absent address on its way into an array.
    private static String text(Optional<Address> address) {
        return address.map(Address::value).orElse("");
    }

    private static Stored stored(ResultSet row, StatementContext context) throws SQLException {
        return new Stored(
                new TxHash(row.getString("hash")),
                Network.valueOf(row.getString("network").toUpperCase(Locale.ROOT)),
                new TxHash(row.getString("coins")),
                Optional.ofNullable(row.getString("sender")).map(Address::new));
    }
}
