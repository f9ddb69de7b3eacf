package dev.offramp.deposits;

import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// SQL that looks for deposits of all tenants, for the operator. Each question has an index to answer it.
final class DepositSearchStore {

    private static final String FLAGGED = """
            SELECT %s FROM deposit
            WHERE status = 'flagged' AND reason IS NULL
            ORDER BY id
            LIMIT :max
            """.formatted(DepositRow.COLUMNS);

    private static final String FIND = "SELECT %s FROM deposit WHERE id = :id".formatted(DepositRow.COLUMNS);

    /// Ids begin with the time they were made at.
    private static final String VOLUMES = """
            SELECT integration, environment, count(*) AS deposits, sum(amount_usd) AS usd
            FROM deposit
            WHERE id >= :first AND status = 'completed'
            GROUP BY integration, environment
            """;

    private static final String COUNT_FLAGGED =
            "SELECT count(*) FROM deposit WHERE status = 'flagged' AND reason IS NULL";

    private static final String OF_TRANSACTION = """
            SELECT %s FROM deposit
            WHERE environment = ANY(:environments) AND network = ANY(:networks) AND tx_hash = :hash
            ORDER BY environment, network, out_index, position, address
            LIMIT :max
            """.formatted(DepositRow.COLUMNS);

    private static final String OF_WALLETS = """
            SELECT %s FROM deposit WHERE wallet = ANY(:wallets)
            ORDER BY id DESC
            LIMIT :max
            """.formatted(DepositRow.COLUMNS);

    /// Pending deposits and the others have an index each.
    private static final String IN_BLOCKS = """
            SELECT * FROM (
                SELECT %s FROM deposit
                WHERE environment = :environment AND network = :network AND block_height BETWEEN :from AND :to
                AND status = 'pending'
                UNION ALL
                SELECT %s FROM deposit
                WHERE environment = :environment AND network = :network AND block_height BETWEEN :from AND :to
                AND status <> 'pending'
            ) AS found
            ORDER BY block_height, id
            LIMIT :max
            """.formatted(DepositRow.COLUMNS, DepositRow.COLUMNS);

    /// Those that wait for a decision, oldest first.
    List<Deposit> flagged(Transaction tx, int max) {
        return list(tx.sql().createQuery(FLAGGED), max);
    }

    /// What was credited of deposits first seen since `since`, by tenant.
    Map<Tenant, Volume> volumes(Transaction tx, Instant since) {
        Map<Tenant, Volume> volumes = new HashMap<>();
        tx.sql()
                .createQuery(VOLUMES)
                .bind("first", ObjectId.first(since).value())
                .map((row, context) -> volumes.put(
                        new Tenant(
                                new IntegrationId(new ObjectId(row.getString("integration"))),
                                Environment.parse(row.getString("environment")).orElseThrow()),
                        new Volume(row.getLong("deposits"), row.getBigDecimal("usd"))))
                .list();
        return volumes;
    }

    Optional<Deposit> find(Transaction tx, DepositId id) {
        return tx.sql()
                .createQuery(FIND)
                .bind("id", id.toString())
                .map((row, context) -> DepositRow.deposit(row))
                .findOne();
    }

    long countFlagged(Transaction tx) {
        return tx.sql().createQuery(COUNT_FLAGGED).mapTo(Long.class).one();
    }

    List<Deposit> ofTransaction(Transaction tx, TxHash hash, int max) {
        return list(
                ArrivalStore.everywhere(tx.sql().createQuery(OF_TRANSACTION)).bind("hash", hash.value()), max);
    }

    /// The latest to these wallets, newest first.
    List<Deposit> ofWallets(Transaction tx, Collection<WalletId> wallets, int max) {
        return list(
                tx.sql()
                        .createQuery(OF_WALLETS)
                        .bindArray(
                                "wallets",
                                String.class,
                                wallets.stream().map(WalletId::toString).toList()),
                max);
    }

    List<Deposit> inBlocks(Transaction tx, ChainId chain, long from, long to, int max) {
        return list(
                tx.sql()
                        .createQuery(IN_BLOCKS)
                        .bind("environment", chain.environment().code())
                        .bind("network", chain.network().code())
                        .bind("from", from)
                        .bind("to", to),
                max);
    }

    private static List<Deposit> list(Query query, int max) {
        return query.bind("max", max)
                .map((row, context) -> DepositRow.deposit(row))
                .list();
    }
}
