package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// SQL of the table `chain_incident`. Whoever opens or decides incidents has locked the chain's cursor.
final class IncidentStore {

    private static final String COUNT = """
            SELECT deposit, count(*) AS count FROM chain_incident WHERE deposit = ANY(:deposits) GROUP BY deposit
            """;

    private static final String INSERT = """
            INSERT INTO chain_incident (deposit, number, currency, credited_units, held_units, noticed_at)
            SELECT deposit, number, currency, credited, held, :at
            FROM unnest(:deposits, :numbers, :currencies, :credited, :held)
                AS new (deposit, number, currency, credited, held)
            """;

    private static final String READ = """
            SELECT deposit.id, deposit.integration, deposit.environment, deposit.network, deposit.asset, deposit.units,
                   i.number, i.currency, i.credited_units, i.held_units, i.noticed_at,
                   i.back_height, i.back_hash, i.back_confirmations, i.decision, i.decided_by, i.decided_at
            FROM chain_incident AS i JOIN deposit ON deposit.id = i.deposit
            """;

    private static final String OPEN = READ + " WHERE i.decision IS NULL";

    private static final String DECIDED =
            READ + " WHERE i.decision IS NOT NULL ORDER BY i.decided_at DESC, deposit.id LIMIT :max";

    private static final String ALL = OPEN + " ORDER BY i.noticed_at, deposit.id";

    private static final String ONE = OPEN + " AND deposit.id = :deposit";

    private static final String LOST = """
            SELECT %s FROM deposit
            WHERE id IN (SELECT deposit FROM chain_incident WHERE decision IS NULL)
            AND environment = :environment AND network = :network
            ORDER BY id
            LIMIT :max
            """.formatted(DepositRow.COLUMNS);

    private static final String LOOKED = """
            UPDATE chain_incident AS i
            SET back_height = seen.height, back_hash = seen.hash, back_confirmations = seen.confirmations
            FROM unnest(:deposits, :heights, :hashes, :confirmations) AS seen (deposit, height, hash, confirmations)
            WHERE i.deposit = seen.deposit AND i.decision IS NULL
            AND (i.back_height, i.back_hash, i.back_confirmations)
                IS DISTINCT FROM (seen.height, seen.hash, seen.confirmations)
            """;

    private static final String DECIDE = """
            UPDATE chain_incident SET decision = :decision, decided_by = :by, decided_at = :at
            WHERE deposit = :deposit AND decision IS NULL
            """;

    /// How many incidents each of these deposits had; none of those that had none.
    Map<DepositId, Integer> count(Transaction tx, Collection<DepositId> deposits) {
        Map<DepositId, Integer> counts = new HashMap<>();
        tx.sql()
                .createQuery(COUNT)
                .bindArray("deposits", String.class, texts(deposits))
                .map((row, context) ->
                        counts.put(new DepositId(new ObjectId(row.getString("deposit"))), row.getInt("count")))
                .list();
        return counts;
    }

    void insert(Transaction tx, List<Incident> incidents, Instant at) {
        tx.sql()
                .createUpdate(INSERT)
                .bindArray(
                        "deposits",
                        String.class,
                        each(incidents, its -> its.deposit().toString()))
                .bindArray("numbers", Integer.class, each(incidents, Incident::number))
                .bindArray(
                        "currencies",
                        String.class,
                        each(incidents, its -> its.credited().asset().value()))
                .bindArray("credited", BigDecimal.class, each(incidents, its -> decimal(its.credited())))
                .bindArray("held", BigDecimal.class, each(incidents, its -> decimal(its.held())))
                .bind("at", at)
                .execute();
    }

    /// All that wait for a decision, oldest first.
    List<Incident> open(Transaction tx) {
        return tx.sql().createQuery(ALL).map((row, context) -> incident(row)).list();
    }

    /// Those decided last, newest first.
    List<DecidedIncident> decided(Transaction tx, int max) {
        return tx.sql()
                .createQuery(DECIDED)
                .bind("max", max)
                .map((row, context) -> new DecidedIncident(
                        incident(row),
                        row.getString("decision"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Incident> open(Transaction tx, DepositId deposit) {
        return tx.sql()
                .createQuery(ONE)
                .bind("deposit", deposit.toString())
                .map((row, context) -> incident(row))
                .findOne();
    }

    /// Deposits of open incidents on one chain.
    List<Deposit> lost(Transaction tx, ChainId chain, int max) {
        return tx.sql()
                .createQuery(LOST)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("max", max)
                .map((row, context) -> DepositRow.deposit(row))
                .list();
    }

    /// Notes where each of these deposits was seen to be back, or that it was not.
    void looked(Transaction tx, Map<DepositId, Optional<Incident.Back>> seen) {
        List<DepositId> deposits = List.copyOf(seen.keySet());
        Function<Function<Incident.Back, Object>, List<Object>> column =
                value -> each(deposits, deposit -> seen.get(deposit).map(value).orElse(null));
        tx.sql()
                .createUpdate(LOOKED)
                .bindArray("deposits", String.class, texts(deposits))
                .bindArray(
                        "heights", Long.class, column.apply(back -> back.block().height()))
                .bindArray(
                        "hashes",
                        String.class,
                        column.apply(back -> back.block().hash().value()))
                .bindArray("confirmations", Integer.class, column.apply(Incident.Back::confirmations))
                .execute();
    }

    void decide(Transaction tx, DepositId deposit, String decision, String by, Instant at) {
        tx.sql()
                .createUpdate(DECIDE)
                .bind("deposit", deposit.toString())
                .bind("decision", decision)
                .bind("by", by)
                .bind("at", at)
                .execute();
    }

    private static Incident incident(ResultSet row) throws SQLException {
        Environment environment =
                Environment.parse(row.getString("environment")).orElseThrow();
        AssetCode currency = new AssetCode(row.getString("currency"));
        return new Incident(
                new DepositId(new ObjectId(row.getString("id"))),
                row.getInt("number"),
                new Tenant(new IntegrationId(new ObjectId(row.getString("integration"))), environment),
                new ChainId(environment, Network.parse(row.getString("network")).orElseThrow()),
                new Money(new AssetCode(row.getString("asset")), units(row, "units")),
                new Money(currency, units(row, "credited_units")),
                new Money(currency, units(row, "held_units")),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                back(row));
    }

    private static Optional<Incident.Back> back(ResultSet row) throws SQLException {
        String hash = row.getString("back_hash");
        if (hash == null) {
            return Optional.empty();
        }
        BlockRef block = new BlockRef(row.getLong("back_height"), new BlockHash(hash));
        return Optional.of(new Incident.Back(block, row.getInt("back_confirmations")));
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    private static BigDecimal decimal(Money money) {
        return new BigDecimal(money.units());
    }

    private static List<String> texts(Collection<DepositId> deposits) {
        return deposits.stream().map(DepositId::toString).toList();
    }

    private static <T, R> List<R> each(List<T> all, Function<T, R> value) {
        return all.stream().map(value).toList();
    }
}
