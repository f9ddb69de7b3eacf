package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.db.JsonRows;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the table `deposit`. Every lock that is waited for is taken in id order.
final class DepositStore {

    /// A deposit deep enough to be credited, and how far its chain was read.
    record Mature(Deposit deposit, long height) {}

    private static final String INSERT =
            """
            INSERT INTO deposit (%s, announce_at, credit_after)
            SELECT %s,
                CASE WHEN announced_confirmations IS NULL THEN :now::timestamptz ELSE :announce_at::timestamptz END,
                :now
            FROM json_to_recordset(:rows::json) AS new (%s)
            """.formatted(DepositRow.COLUMNS, DepositRow.COLUMNS, DepositRow.COLUMNS_WITH_TYPES);

    private static final String UPDATE =
            """
            UPDATE deposit SET (%s, announce_at) = ROW(%s, :announce_at)
            FROM json_to_recordset(:rows::json) AS new (id text, %s)
            WHERE deposit.id = new.id
            """.formatted(DepositRow.CHANGING, DepositRow.CHANGING_NEW, DepositRow.CHANGING_WITH_TYPES);

    private static final String LOCK_BY_KEY = """
            SELECT %s FROM deposit
            WHERE environment = :environment AND network = :network
            AND (tx_hash, position, address) IN (SELECT * FROM unnest(:hashes, :positions, :addresses))
            ORDER BY id
            FOR UPDATE
            """.formatted(DepositRow.COLUMNS);

    private static final String LOCK_ABOVE = """
            SELECT %s FROM deposit
            WHERE environment = :environment AND network = :network AND block_height > :height
            AND status <> 'deleted'
            ORDER BY id
            FOR UPDATE
            """.formatted(DepositRow.COLUMNS);

    private static final String UNPLACED = """
            SELECT tx_hash FROM deposit
            WHERE environment = :environment AND network = :network AND status = 'pending' AND block_height IS NULL
            ORDER BY missing_since NULLS FIRST, id
            LIMIT :max
            """;

    private static final String LOCK_UNPLACED = """
            SELECT %s FROM deposit
            WHERE environment = :environment AND network = :network AND status = 'pending' AND block_height IS NULL
            AND tx_hash = ANY(:hashes)
            ORDER BY id
            FOR UPDATE
            """.formatted(DepositRow.COLUMNS);

    private static final String LOCK_MISSING = """
            SELECT %s FROM deposit
            JOIN unnest(:assets, :required) AS needs (code, required) ON needs.code = deposit.asset
            WHERE environment = :environment AND network = :network AND status = 'pending' AND block_height IS NULL
            AND missing_since <= :height - needs.required
            ORDER BY id
            FOR UPDATE OF deposit
            """.formatted(DepositRow.COLUMNS);

    /// Booked deposits missing for as many blocks as their asset needs, that are no open incident yet.
    private static final String LOCK_LOST = """
            SELECT %s FROM deposit
            JOIN unnest(:assets, :required) AS needs (code, required) ON needs.code = deposit.asset
            WHERE environment = :environment AND network = :network
            AND status IN ('completed', 'flagged') AND block_height IS NULL
            AND missing_since <= :height - needs.required
            AND NOT EXISTS (
                SELECT 1 FROM chain_incident WHERE chain_incident.deposit = deposit.id AND decision IS NULL)
            ORDER BY id
            FOR UPDATE OF deposit
            """.formatted(DepositRow.COLUMNS);

    /// The oldest of each chain, by the index's order, then the oldest of these: sorting all that wait would make a
    /// backlog slower the longer it is. An asset that is not among `:assets` needs NULL, so that its deposits wait.
    private static final String FIND_MATURE = """
            SELECT oldest.id, chain_cursor.height AS read_height
            FROM chain_cursor CROSS JOIN LATERAL (
                SELECT id, block_height FROM deposit
                WHERE environment = chain_cursor.environment AND network = chain_cursor.network
                AND status = 'pending'
                AND block_height <= chain_cursor.height + 1 + confirmation_offset
                    - (:required)[array_position(:assets, asset)]
                AND credit_after <= :now
                ORDER BY block_height, id
                LIMIT :max
            ) AS oldest
            WHERE chain_cursor.paused IS NULL AND chain_cursor.hand_paused IS NULL
            ORDER BY oldest.block_height, oldest.id
            LIMIT :max
            """;

    /// By its key alone. Were the status asked for too, a plan made while nothing was pending would go through all that
    /// is pending now.
    private static final String LOCK_FOUND = """
            SELECT %s FROM deposit WHERE id = ANY(:ids)
            ORDER BY block_height, id
            FOR UPDATE SKIP LOCKED
            """.formatted(DepositRow.COLUMNS);

    private static final String LOCK_HELD = """
            SELECT %s FROM deposit
            WHERE status = 'flagged' AND wallet = ANY(:wallets)
            ORDER BY id
            FOR UPDATE
            """.formatted(DepositRow.COLUMNS);

    private static final String LOCK_TO_ANNOUNCE = """
            SELECT %s, chain_cursor.height AS read_height
            FROM deposit JOIN chain_cursor USING (environment, network)
            WHERE status = 'pending' AND announce_at <= :now
            ORDER BY announce_at, id
            LIMIT :max
            FOR UPDATE OF deposit SKIP LOCKED
            """.formatted(DepositRow.COLUMNS);

    private static final String POSTPONE = "UPDATE deposit SET credit_after = :until WHERE id = ANY(:ids)";

    private static final String ANNOUNCE_AT = "UPDATE deposit SET announce_at = :at WHERE id = ANY(:ids)";

    private static final String LOCK_ONE =
            "SELECT %s FROM deposit WHERE id = :id FOR UPDATE".formatted(DepositRow.COLUMNS);

    private static final String WALLET_OF = "SELECT wallet FROM deposit WHERE id = :id";

    private static final String HEIGHT_READ = """
            SELECT height FROM chain_cursor WHERE environment = :environment AND network = :network
            """;

    private static final String FIND = """
            SELECT %s FROM deposit
            WHERE id = :id AND integration = :integration AND environment = :environment
            """.formatted(DepositRow.COLUMNS);

    private static final String LAST_OF_WALLET = """
            SELECT %s FROM deposit
            WHERE integration = :integration AND environment = :environment AND wallet = :wallet
            ORDER BY created_at DESC, id DESC
            LIMIT 1
            """.formatted(DepositRow.COLUMNS);

    private static final String HAS_REFERENCE = """
            SELECT count(*) FROM deposit
            WHERE integration = :integration AND environment = :environment AND reference = :reference
            """;

    /// Those that were told of are told of again later; the others as soon as they have a price.
    void insert(Transaction tx, List<Deposit> deposits, Instant now) {
        if (!deposits.isEmpty()) {
            tx.sql()
                    .createUpdate(INSERT)
                    .bind("rows", JsonRows.of(deposits, DepositRow::fill))
                    .bind("now", now)
                    .bind("announce_at", now.plus(Deposits.ANNOUNCE_EVERY))
                    .execute();
        }
    }

    /// Writes what can change of these locked deposits; the next repeated announcement is put off.
    void update(Transaction tx, List<Deposit> deposits, Instant now) {
        if (!deposits.isEmpty()) {
            tx.sql()
                    .createUpdate(UPDATE)
                    .bind("rows", JsonRows.of(deposits, DepositRow::fill))
                    .bind("announce_at", now.plus(Deposits.ANNOUNCE_EVERY))
                    .execute();
        }
    }

    Map<Deposit.Key, Deposit> lock(Transaction tx, ChainId chain, List<Deposit.Key> keys) {
        Map<Deposit.Key, Deposit> found = new LinkedHashMap<>();
        onChain(tx.sql().createQuery(LOCK_BY_KEY), chain)
                .bindArray(
                        "hashes",
                        String.class,
                        keys.stream().map(key -> key.tx().value()).toList())
                .bindArray(
                        "positions",
                        String.class,
                        keys.stream().map(key -> key.position().value()).toList())
                .bindArray(
                        "addresses",
                        String.class,
                        keys.stream().map(key -> key.address().value()).toList())
                .map((row, context) -> DepositRow.deposit(row))
                .forEach(deposit -> found.put(deposit.key(), deposit));
        return found;
    }

    List<Deposit> lockAbove(Transaction tx, ChainId chain, long height) {
        return list(onChain(tx.sql().createQuery(LOCK_ABOVE), chain).bind("height", height));
    }

    Set<TxHash> unplaced(Transaction tx, ChainId chain, int max) {
        return new HashSet<>(onChain(tx.sql().createQuery(UNPLACED), chain)
                .bind("max", max)
                .map((row, context) -> new TxHash(row.getString("tx_hash")))
                .list());
    }

    List<Deposit> lockUnplaced(Transaction tx, ChainId chain, Set<TxHash> txs) {
        return list(onChain(tx.sql().createQuery(LOCK_UNPLACED), chain)
                .bindArray(
                        "hashes", String.class, txs.stream().map(TxHash::value).toList()));
    }

    /// Pending deposits missing for as many blocks as their asset needs.
    List<Deposit> lockMissing(Transaction tx, ChainId chain, List<Asset> assets, long height) {
        return list(required(onChain(tx.sql().createQuery(LOCK_MISSING), chain), assets)
                .bind("height", height));
    }

    List<Deposit> lockLost(Transaction tx, ChainId chain, List<Asset> assets, long height) {
        return list(required(onChain(tx.sql().createQuery(LOCK_LOST), chain), assets)
                .bind("height", height));
    }

    /// What was found is judged again as it is once locked.
    List<Mature> lockMature(Transaction tx, List<Asset> assets, Instant now, int max) {
        Map<String, Long> heights = findMature(tx, assets, now, max);
        if (heights.isEmpty()) {
            return List.of();
        }
        Map<AssetCode, Integer> required = new HashMap<>();
        assets.forEach(asset -> required.put(asset.code(), asset.confirmations()));
        return list(tx.sql().createQuery(LOCK_FOUND).bindArray("ids", String.class, heights.keySet())).stream()
                .filter(Deposit::isPending)
                .map(deposit -> new Mature(deposit, heights.get(deposit.id().toString())))
                .filter(each -> each.deposit().confirmations(each.height())
                        >= required.get(each.deposit().asset()))
                .toList();
    }

    /// Ids, each with how far its chain was read.
    private static Map<String, Long> findMature(Transaction tx, List<Asset> assets, Instant now, int max) {
        return required(tx.sql().createQuery(FIND_MATURE), assets)
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> Map.entry(row.getString("id"), row.getLong("read_height")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Deposit> lockHeld(Transaction tx, Collection<WalletId> wallets) {
        return list(tx.sql()
                .createQuery(LOCK_HELD)
                .bindArray(
                        "wallets",
                        String.class,
                        wallets.stream().map(id -> id.value().value()).toList()));
    }

    List<Mature> lockToAnnounce(Transaction tx, Instant now, int max) {
        return tx.sql()
                .createQuery(LOCK_TO_ANNOUNCE)
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> new Mature(DepositRow.deposit(row), row.getLong("read_height")))
                .list();
    }

    Optional<Deposit> lock(Transaction tx, DepositId id) {
        return list(tx.sql().createQuery(LOCK_ONE).bind("id", id.toString())).stream()
                .findFirst();
    }

    Optional<WalletId> walletOf(Transaction tx, DepositId id) {
        return tx.sql()
                .createQuery(WALLET_OF)
                .bind("id", id.toString())
                .map((row, context) -> new WalletId(new ObjectId(row.getString("wallet"))))
                .findOne();
    }

    /// How far the deposit's chain was read.
    long heightRead(Transaction tx, Deposit deposit) {
        ChainId chain =
                new ChainId(deposit.tenant().environment(), deposit.origin().network());
        return onChain(tx.sql().createQuery(HEIGHT_READ), chain)
                .mapTo(Long.class)
                .one();
    }

    void postpone(Transaction tx, List<Deposit> deposits, Instant until) {
        onIds(tx.sql().createUpdate(POSTPONE), deposits).bind("until", until).execute();
    }

    void announceAt(Transaction tx, List<Deposit> deposits, Instant at) {
        onIds(tx.sql().createUpdate(ANNOUNCE_AT), deposits).bind("at", at).execute();
    }

    Optional<Deposit> find(Transaction tx, Tenant tenant, DepositId id) {
        return list(ofTenant(tx.sql().createQuery(FIND), tenant).bind("id", id.toString())).stream()
                .findFirst();
    }

    Optional<Deposit> lastOf(Transaction tx, Tenant tenant, WalletId wallet) {
        return list(ofTenant(tx.sql().createQuery(LAST_OF_WALLET), tenant)
                        .bind("wallet", wallet.value().value()))
                .stream()
                .findFirst();
    }

    boolean hasReference(Transaction tx, Tenant tenant, String reference) {
        return ofTenant(tx.sql().createQuery(HAS_REFERENCE), tenant)
                        .bind("reference", reference)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static List<Deposit> list(Query query) {
        return query.map((row, context) -> DepositRow.deposit(row)).list();
    }

    private static Query required(Query query, List<Asset> assets) {
        return query.bindArray(
                        "assets",
                        String.class,
                        assets.stream().map(asset -> asset.code().value()).toList())
                .bindArray(
                        "required",
                        Integer.class,
                        assets.stream().map(Asset::confirmations).toList());
    }

    private static <S extends SqlStatement<S>> S onIds(S statement, List<Deposit> deposits) {
        return statement.bindArray(
                "ids",
                String.class,
                deposits.stream().map(deposit -> deposit.id().toString()).toList());
    }

    private static <S extends SqlStatement<S>> S onChain(S statement, ChainId chain) {
        return statement
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code());
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
