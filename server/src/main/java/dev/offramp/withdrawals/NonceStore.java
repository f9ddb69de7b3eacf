package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// SQL of the tables `hot_wallet`, `withdrawal_nonce` and `signed_transaction`.
final class NonceStore {

    private static final String ENSURE_WALLET = """
            INSERT INTO hot_wallet (environment, network, address, next_nonce)
            VALUES (:environment, :network, :address, :used)
            ON CONFLICT ON CONSTRAINT hot_wallet_pk DO NOTHING
            """;

    /// The row lock makes nonces unique and their row gapless, whoever gives them out.
    private static final String TAKE = """
            UPDATE hot_wallet SET next_nonce = greatest(next_nonce, :used) + :count
            WHERE environment = :environment AND network = :network AND address = :address
            RETURNING next_nonce - :count
            """;

    private static final String ASSIGN = """
            INSERT INTO withdrawal_nonce (withdrawal, environment, network, address, nonce)
            SELECT withdrawal, :environment, :network, :address, :first + place - 1
            FROM unnest(:withdrawals) WITH ORDINALITY AS numbered (withdrawal, place)
            """;

    private static final String NONCES = """
            SELECT withdrawal, nonce FROM withdrawal_nonce WHERE withdrawal = ANY(:withdrawals)
            """;

    private static final String SIGNED = """
            INSERT INTO signed_transaction (withdrawal, version, hash, price, bytes, fills, signed_at)
            VALUES (:withdrawal, :version, :hash, :price, :bytes, :fills, :at)
            """;

    /// What is signed and in no block that the caller knows of.
    private static final String PROMISED = """
            SELECT withdrawal.token, count(*) AS transactions, max(latest.price) AS price,
                   coalesce(sum(withdrawal.units) FILTER (WHERE withdrawal.status IN ('signed', 'sent')), 0) AS units
            FROM withdrawal_nonce AS numbered
            JOIN withdrawal ON withdrawal.id = numbered.withdrawal
            CROSS JOIN LATERAL (
                SELECT max(signed.price) AS price FROM signed_transaction AS signed
                WHERE signed.withdrawal = numbered.withdrawal) AS latest
            WHERE numbered.environment = :environment AND numbered.network = :network
                AND numbered.address = :address AND numbered.nonce >= :used AND latest.price IS NOT NULL
            GROUP BY withdrawal.token
            """;

    private static final String VERSIONS = """
            SELECT signed.withdrawal, signed.hash, signed.price, signed.bytes, signed.signed_at, numbered.nonce
            FROM signed_transaction AS signed
            JOIN withdrawal_nonce AS numbered ON numbered.withdrawal = signed.withdrawal
            WHERE signed.withdrawal = ANY(:withdrawals)
            ORDER BY signed.withdrawal, signed.version
            """;

    /// A transaction and when it was signed.
    record Version(SignedTransaction transaction, Instant signedAt) {}

    /// Gives these withdrawals the next nonces of a wallet, in this order.
    ///
    /// @param used how many the chain says are used up, perhaps by others who have the key
    void number(Transaction tx, ChainId chain, Address wallet, long used, List<WithdrawalId> withdrawals) {
        tx.sql()
                .createUpdate(ENSURE_WALLET)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("address", wallet.value())
                .bind("used", used)
                .execute();
        long first = tx.sql()
                .createQuery(TAKE)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("address", wallet.value())
                .bind("used", used)
                .bind("count", (long) withdrawals.size())
                .mapTo(Long.class)
                .one();
        tx.sql()
                .createUpdate(ASSIGN)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("address", wallet.value())
                .bind("first", first)
                .bindArray("withdrawals", String.class, texts(withdrawals))
                .execute();
    }

    /// What was signed from a nonce on.
    ///
    /// @param priceMax the highest of their latest versions
    /// @param units of those that pay somebody
    record Promised(long transactions, BigInteger priceMax, Map<Token, BigInteger> units) {}

    Promised promised(Transaction tx, ChainId chain, Address wallet, long used) {
        return tx
                .sql()
                .createQuery(PROMISED)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("address", wallet.value())
                .bind("used", used)
                .map((row, context) -> new Promised(
                        row.getLong("transactions"),
                        row.getBigDecimal("price").toBigIntegerExact(),
                        Map.of(
                                Token.parse(row.getString("token")).orElseThrow(),
                                row.getBigDecimal("units").toBigIntegerExact())))
                .stream()
                .reduce(new Promised(0, BigInteger.ZERO, Map.of()), NonceStore::together);
    }

    private static Promised together(Promised one, Promised other) {
        Map<Token, BigInteger> units = new HashMap<>(one.units());
        other.units().forEach((token, more) -> units.merge(token, more, BigInteger::add));
        return new Promised(
                one.transactions() + other.transactions(), one.priceMax().max(other.priceMax()), units);
    }

    Map<WithdrawalId, Long> nonces(Transaction tx, Collection<WithdrawalId> withdrawals) {
        Map<WithdrawalId, Long> nonces = new HashMap<>();
        tx.sql()
                .createQuery(NONCES)
                .bindArray("withdrawals", String.class, texts(withdrawals))
                .map((row, context) ->
                        nonces.put(new WithdrawalId(new ObjectId(row.getString("withdrawal"))), row.getLong("nonce")))
                .list();
        return nonces;
    }

    /// Writes down what was signed. A version is written once; another process that had the same idea fails here.
    void sign(
            Transaction tx,
            WithdrawalId withdrawal,
            int version,
            SignedTransaction signed,
            boolean fills,
            Instant now) {
        tx.sql()
                .createUpdate(SIGNED)
                .bind("withdrawal", withdrawal.toString())
                .bind("version", version)
                .bind("hash", signed.hash().value())
                .bind("price", new BigDecimal(signed.price()))
                .bind("bytes", signed.bytes())
                .bind("fills", fills)
                .bind("at", now)
                .execute();
    }

    /// Everything signed for these withdrawals, the last version last.
    Map<WithdrawalId, List<Version>> versions(Transaction tx, Collection<WithdrawalId> withdrawals) {
        Map<WithdrawalId, List<Version>> versions = new HashMap<>();
        tx.sql()
                .createQuery(VERSIONS)
                .bindArray("withdrawals", String.class, texts(withdrawals))
                .map((row, context) -> versions.computeIfAbsent(
                                new WithdrawalId(new ObjectId(row.getString("withdrawal"))), _ -> new ArrayList<>())
                        .add(new Version(
                                new SignedTransaction(
                                        new TxHash(row.getString("hash")),
                                        row.getLong("nonce"),
                                        row.getBigDecimal("price").toBigIntegerExact(),
                                        row.getBytes("bytes")),
                                WithdrawalRow.instant(row, "signed_at"))))
                .list();
        return versions;
    }

    private static List<String> texts(Collection<WithdrawalId> ids) {
        return ids.stream().map(WithdrawalId::toString).toList();
    }
}
