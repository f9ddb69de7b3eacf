package dev.offramp.withdrawals;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL that looks at hot wallets; `NonceStore` writes them.
final class HotWalletStore {

    private static final String NEXT = """
            SELECT coalesce((
                SELECT next_nonce FROM hot_wallet
                WHERE environment = :environment AND network = :network AND address = :address), 0)
            """;

    private static final String FOREIGN = """
            SELECT :used - count(*) FROM withdrawal_nonce
            WHERE environment = :environment AND network = :network AND address = :address AND nonce < :used
            """;

    private static final String GAPS = """
            SELECT nonce
            FROM hot_wallet CROSS JOIN LATERAL generate_series(:used, hot_wallet.next_nonce - 1) AS free (nonce)
            WHERE environment = :environment AND network = :network AND address = :address
                AND NOT EXISTS (
                    SELECT FROM withdrawal_nonce AS given
                    WHERE given.environment = :environment AND given.network = :network
                        AND given.address = :address AND given.nonce = free.nonce)
            ORDER BY nonce
            """;

    private static final String OPEN = """
            SELECT count(*) FILTER (WHERE status IN ('placed', 'numbered')) AS waiting,
                   count(*) FILTER (WHERE status IN ('signed', 'sent')) AS under_way
            FROM withdrawal
            WHERE environment = :environment AND network = :tokenNetwork
                AND status IN ('placed', 'numbered', 'signed', 'sent')
            """;

    private static final String WAITING = """
            SELECT DISTINCT environment, network FROM withdrawal
            WHERE status IN ('placed', 'numbered') AND created_at < :before
            ORDER BY environment, network
            """;

    private static final String COMPLETED = """
            SELECT id, tx_hash FROM withdrawal
            WHERE environment = :environment AND network = :tokenNetwork AND status = 'completed'
            ORDER BY updated_at DESC, id
            LIMIT :limit
            """;

    private static final String SIGNED = "SELECT withdrawal FROM signed_transaction WHERE hash = :hash";

    record Open(long waiting, long underWay) {}

    Optional<WithdrawalId> signed(Transaction tx, TxHash hash) {
        return tx.sql()
                .createQuery(SIGNED)
                .bind("hash", hash.value())
                .map((row, context) -> new WithdrawalId(new ObjectId(row.getString("withdrawal"))))
                .findOne();
    }

    long next(Transaction tx, ChainId chain, Address wallet) {
        return of(tx.sql().createQuery(NEXT), chain, wallet).mapTo(Long.class).one();
    }

    /// How many of the used nonces are no withdrawal's.
    long foreign(Transaction tx, ChainId chain, Address wallet, long used) {
        return of(tx.sql().createQuery(FOREIGN), chain, wallet)
                .bind("used", used)
                .mapTo(Long.class)
                .one();
    }

    /// Nonces from `used` on that were skipped.
    List<Long> gaps(Transaction tx, ChainId chain, Address wallet, long used) {
        return of(tx.sql().createQuery(GAPS), chain, wallet)
                .bind("used", used)
                .mapTo(Long.class)
                .list();
    }

    Open open(Transaction tx, ChainId chain) {
        return of(tx.sql().createQuery(OPEN), chain)
                .map((row, context) -> new Open(row.getLong("waiting"), row.getLong("under_way")))
                .one();
    }

    /// Where something was placed before that and nothing is signed for it.
    List<ChainId> waitingSince(Transaction tx, Instant before) {
        return tx.sql()
                .createQuery(WAITING)
                .bind("before", before)
                .map((row, context) -> new ChainId(
                        Environment.parse(row.getString("environment")).orElseThrow(),
                        TokenNetwork.parse(row.getString("network"))
                                .orElseThrow()
                                .network()))
                .list();
    }

    /// What was completed last, by the transaction that did it.
    Map<TxHash, WithdrawalId> completed(Transaction tx, ChainId chain, int limit) {
        Map<TxHash, WithdrawalId> completed = new LinkedHashMap<>();
        of(tx.sql().createQuery(COMPLETED), chain)
                .bind("limit", limit)
                .map((row, context) -> completed.put(
                        new TxHash(row.getString("tx_hash")), new WithdrawalId(new ObjectId(row.getString("id")))))
                .list();
        return completed;
    }

    private static <S extends SqlStatement<S>> S of(S statement, ChainId chain) {
        return statement
                .bind("environment", chain.environment().code())
                .bind(
                        "tokenNetwork",
                        TokenNetwork.of(chain.network()).map(TokenNetwork::code).orElse(""));
    }

    private static <S extends SqlStatement<S>> S of(S statement, ChainId chain, Address wallet) {
        return statement
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("address", wallet.value());
    }
}
