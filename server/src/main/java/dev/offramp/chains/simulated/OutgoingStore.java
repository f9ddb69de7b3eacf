package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Transaction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// SQL of `simulated_outgoing` and `simulated_price`. What writes needs the clock's lock.
final class OutgoingStore {

    private static final String INSERT = """
            INSERT INTO simulated_outgoing (hash, network, wallet, nonce, price, fills)
            VALUES (:hash, :network, :wallet, :nonce, :price, :fills)
            """;

    private static final String SPENDER = """
            SELECT tx.hash, tx.state, outgoing.price
            FROM simulated_tx AS tx JOIN simulated_outgoing AS outgoing ON outgoing.hash = tx.hash
            WHERE tx.coins = :coins AND tx.state <> 'gone'
            """;

    private static final String NONCE = """
            SELECT coalesce((
                SELECT outgoing.nonce + 1
                FROM simulated_outgoing AS outgoing JOIN simulated_tx AS tx ON tx.hash = outgoing.hash
                WHERE outgoing.network = :network AND outgoing.wallet = :wallet AND tx.state = 'mined'
                ORDER BY outgoing.nonce DESC
                LIMIT 1), 0)
            """;

    private static final String QUEUE = """
            SELECT outgoing.hash, outgoing.nonce, outgoing.price
            FROM simulated_outgoing AS outgoing JOIN simulated_tx AS tx ON tx.hash = outgoing.hash
            WHERE outgoing.network = :network AND outgoing.wallet = :wallet AND tx.state = 'waiting'
            ORDER BY outgoing.nonce
            """;

    private static final String RELEASE = """
            UPDATE simulated_tx SET not_before = least(not_before, (SELECT height + 1 FROM simulated_clock))
            WHERE hash = ANY(:hashes) AND state = 'waiting'
            """;

    private static final String HOLD_BACK = """
            UPDATE simulated_tx SET not_before = :never WHERE hash = ANY(:hashes) AND state = 'waiting'
            """;

    private static final String STANDINGS = """
            SELECT asked.hash, tx.state, tx.fails, outgoing.price,
                   (SELECT height FROM simulated_clock) - tx.height + 1 AS confirmations
            FROM unnest(:hashes) AS asked (hash)
            LEFT JOIN simulated_tx AS tx ON tx.hash = asked.hash
            LEFT JOIN simulated_outgoing AS outgoing ON outgoing.hash = asked.hash
            """;

    private static final String PRICE = "SELECT price FROM simulated_price WHERE network = :network";

    private static final String SET_PRICE = """
            INSERT INTO simulated_price (network, price) VALUES (:network, :price)
            ON CONFLICT ON CONSTRAINT simulated_price_pk DO UPDATE SET price = excluded.price
            """;

    private static final String WALLETS = "SELECT DISTINCT network, wallet FROM simulated_outgoing";

    private static final String SENT = """
            SELECT output.contract, sum(output.units) AS units
            FROM simulated_outgoing AS outgoing
            JOIN simulated_tx AS tx ON tx.hash = outgoing.hash
            JOIN simulated_output AS output ON output.tx = tx.hash
            WHERE outgoing.network = :network AND tx.state = 'mined' AND NOT tx.fails
            GROUP BY output.contract
            """;

    private static final String GAS = """
            SELECT coalesce(sum(outgoing.price), 0)
            FROM simulated_outgoing AS outgoing JOIN simulated_tx AS tx ON tx.hash = outgoing.hash
            WHERE outgoing.network = :network AND tx.state = 'mined'
            """;

    private static final long NEVER = 1L << 60;

    /// The transaction that has a nonce, mined or waiting.
    record Spender(TxHash hash, boolean mined, BigInteger price) {}

    record Queued(TxHash hash, long nonce, BigInteger price) {}

    record Wallet(Network network, Address address) {}

    void insert(Transaction tx, TxHash hash, OutgoingText text) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("hash", hash.value())
                .bind("network", text.network().code())
                .bind("wallet", text.wallet().value())
                .bind("nonce", text.nonce())
                .bind("price", new BigDecimal(text.price()))
                .bind("fills", text.payment().isEmpty())
                .execute();
    }

    Optional<Spender> spender(Transaction tx, TxHash coins) {
        return tx.sql()
                .createQuery(SPENDER)
                .bind("coins", coins.value())
                .map((row, context) -> new Spender(
                        new TxHash(row.getString("hash")), "mined".equals(row.getString("state")), units(row, "price")))
                .findOne();
    }

    long nonce(Transaction tx, Wallet wallet) {
        return tx.sql()
                .createQuery(NONCE)
                .bind("network", wallet.network().code())
                .bind("wallet", wallet.address().value())
                .mapTo(Long.class)
                .one();
    }

    List<Queued> queue(Transaction tx, Wallet wallet) {
        return tx.sql()
                .createQuery(QUEUE)
                .bind("network", wallet.network().code())
                .bind("wallet", wallet.address().value())
                .map((row, context) ->
                        new Queued(new TxHash(row.getString("hash")), row.getLong("nonce"), units(row, "price")))
                .list();
    }

    /// The next block may take them.
    void release(Transaction tx, Collection<TxHash> hashes) {
        tx.sql()
                .createUpdate(RELEASE)
                .bindArray("hashes", String.class, texts(hashes))
                .execute();
    }

    /// No block takes them.
    void holdBack(Transaction tx, Collection<TxHash> hashes) {
        tx.sql()
                .createUpdate(HOLD_BACK)
                .bindArray("hashes", String.class, texts(hashes))
                .bind("never", NEVER)
                .execute();
    }

    Map<TxHash, Standing> standings(Transaction tx, Set<TxHash> hashes) {
        Map<TxHash, Standing> standings = new HashMap<>();
        tx.sql()
                .createQuery(STANDINGS)
                .bindArray("hashes", String.class, texts(hashes))
                .map((row, context) -> standings.put(new TxHash(row.getString("hash")), standing(row)))
                .list();
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return switch (String.valueOf(row.getString("state"))) {
            case "mined" ->
                new Standing.InBlock(row.getLong("confirmations"), !row.getBoolean("fails"), units(row, "price"));
            case "waiting" -> new Standing.Waiting();
            default -> new Standing.Unknown();
        };
    }

    Optional<BigInteger> price(Transaction tx, Network network) {
        return tx.sql()
                .createQuery(PRICE)
                .bind("network", network.code())
                .map((row, context) -> units(row, "price"))
                .findOne();
    }

    void setPrice(Transaction tx, Network network, BigInteger price) {
        tx.sql()
                .createUpdate(SET_PRICE)
                .bind("network", network.code())
                .bind("price", new BigDecimal(price))
                .execute();
    }

    List<Wallet> wallets(Transaction tx) {
        return tx.sql()
                .createQuery(WALLETS)
                .map((row, context) -> new Wallet(
                        Network.parse(row.getString("network")).orElseThrow(), new Address(row.getString("wallet"))))
                .list();
    }

    Map<Coin, BigInteger> sent(Transaction tx, Network network) {
        Map<Coin, BigInteger> sent = new HashMap<>();
        tx.sql()
                .createQuery(SENT)
                .bind("network", network.code())
                .map((row, context) -> sent.put(coin(network, row), units(row, "units")))
                .list();
        return sent;
    }

    BigInteger gas(Transaction tx, Network network) {
        return tx.sql()
                .createQuery(GAS)
                .bind("network", network.code())
                .mapTo(BigDecimal.class)
                .one()
                .toBigIntegerExact();
    }

    private static Coin coin(Network network, ResultSet row) throws SQLException {
        return new Coin(network, Optional.ofNullable(row.getString("contract")).map(Address::new));
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    private static List<String> texts(Collection<TxHash> hashes) {
        return hashes.stream().map(TxHash::value).toList();
    }
}
