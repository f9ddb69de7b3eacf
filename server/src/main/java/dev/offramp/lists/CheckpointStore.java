package dev.offramp.lists;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// SQL of `list_horizon`, `list_total` and `list_mark`.
final class CheckpointStore {

    static final int ROWS_PER_MARK = 1_000;

    /// Rows gone through for marks in one transaction.
    private static final int ROWS_AT_A_TIME = 100_000;

    /// A horizon ahead of every transaction is another server's, of which this database is a copy.
    private static final String READ = """
            SELECT list_horizon.upto::text AS upto, coalesce(list_total.total, 0) AS total
            FROM list_horizon LEFT JOIN list_total
                ON list_total.list = list_horizon.list
                AND list_total.integration = :integration AND list_total.environment = :environment
            WHERE list_horizon.list = :list AND upto <= pg_snapshot_xmin(pg_current_snapshot())
            """;

    /// The fence keeps the planner to the index that has only the new rows.
    private static final String COUNT_FRESH = """
            SELECT count(*)
            FROM (SELECT * FROM %s WHERE inserted_in >= :upto::xid8 OFFSET 0) AS fresh
            WHERE integration = :integration AND environment = :environment
            """;

    private static final String COUNT_FRESH_BELOW = COUNT_FRESH + " AND (created_at, id) < (:createdAt, :id)";

    private static final String LOWEST_MARK_WITH = """
            SELECT created_at, id, older FROM list_mark
            WHERE list = :list AND integration = :integration AND environment = :environment AND older >= :older
            ORDER BY older LIMIT 1
            """;

    private static final String HIGHEST_MARK_WITH = """
            SELECT created_at, id, older FROM list_mark
            WHERE list = :list AND integration = :integration AND environment = :environment AND older <= :older
            ORDER BY older DESC LIMIT 1
            """;

    private static final String LOCK = "SELECT list FROM list_horizon WHERE list = :list FOR UPDATE";

    private static final String HORIZON = """
            SELECT upto::text AS upto, now_upto::text AS now_upto, upto > now_upto AS ahead,
                (SELECT inserted_in FROM %s ORDER BY inserted_in DESC LIMIT 1) >= upto AS behind
            FROM list_horizon, pg_snapshot_xmin(pg_current_snapshot()) AS now_upto
            WHERE list = :list
            """;

    private static final String MOVE = "UPDATE list_horizon SET upto = :upto::xid8 WHERE list = :list";

    private static final String FORGET_TOTALS = "DELETE FROM list_total WHERE list = :list";

    private static final String FORGET_MARKS = "DELETE FROM list_mark WHERE list = :list";

    private static final String ADD = """
            INSERT INTO list_total (list, integration, environment, total)
            SELECT :list, integration, environment, count(*)
            FROM %s
            WHERE inserted_in >= :from::xid8 AND inserted_in < :upto::xid8
            GROUP BY integration, environment
            ON CONFLICT ON CONSTRAINT list_total_pk DO UPDATE SET total = list_total.total + excluded.total
            """;

    /// Marks that new rows came to lie below, because they are late.
    private static final String SHIFT = """
            WITH fresh AS MATERIALIZED (
                SELECT integration, environment, created_at, id
                FROM %s
                WHERE inserted_in >= :from::xid8 AND inserted_in < :upto::xid8
            ), oldest AS (
                SELECT integration, environment, min(created_at) AS created_at
                FROM fresh
                GROUP BY integration, environment
            ), late AS (
                SELECT mark.integration, mark.environment, mark.created_at, mark.id, count(*) AS rows
                FROM oldest
                JOIN list_mark AS mark ON mark.list = :list
                    AND mark.integration = oldest.integration AND mark.environment = oldest.environment
                    AND mark.created_at >= oldest.created_at
                JOIN fresh ON fresh.integration = mark.integration AND fresh.environment = mark.environment
                    AND (fresh.created_at, fresh.id) < (mark.created_at, mark.id)
                GROUP BY mark.integration, mark.environment, mark.created_at, mark.id
            )
            UPDATE list_mark SET older = list_mark.older + late.rows
            FROM late
            WHERE list_mark.list = :list
            AND list_mark.integration = late.integration AND list_mark.environment = late.environment
            AND list_mark.created_at = late.created_at AND list_mark.id = late.id
            """;

    private static final String UNMARKED = """
            SELECT list_total.integration, list_total.environment, coalesce(last.older, 0) AS older,
                coalesce(last.created_at, '-infinity') AS created_at, coalesce(last.id, '') AS id
            FROM list_total LEFT JOIN LATERAL (
                SELECT older, created_at, id::text FROM list_mark
                WHERE list_mark.list = list_total.list
                AND list_mark.integration = list_total.integration AND list_mark.environment = list_total.environment
                ORDER BY older DESC LIMIT 1
            ) AS last ON true
            WHERE list_total.list = :list AND list_total.total - coalesce(last.older, 0) > 2 * :perMark
            ORDER BY list_total.integration, list_total.environment
            LIMIT 1
            """;

    /// From the last mark on, which is row 0, or from the oldest row.
    private static final String MARK = """
            INSERT INTO list_mark (list, integration, environment, created_at, id, older)
            SELECT :list, :integration, :environment, created_at, id, :older + n
            FROM (
                SELECT created_at, id, row_number() OVER (ORDER BY created_at, id) - 1 AS n
                FROM %s
                WHERE integration = :integration AND environment = :environment
                AND (created_at, id) >= (:createdAt::timestamptz, :id) AND inserted_in < :upto::xid8
                ORDER BY created_at, id
                LIMIT :rows
            ) AS rows
            WHERE n > 0 AND n %% :perMark = 0
            """;

    /// How many rows a tenant has.
    ///
    /// @param upto what was counted before: the rows of all transactions before this one
    /// @param fresh the rows counted now; part of `total`
    record Counted(String upto, long fresh, long total) {}

    /// A place in a list, and how many rows are still to be skipped from there on.
    record Start(OffsetDateTime createdAt, String id, long skip) {}

    private record Mark(OffsetDateTime createdAt, String id, long older) {}

    /// How far a list was counted and how far it can be now.
    ///
    /// @param isBehind whether there are rows to count, now or soon
    /// @param isAhead whether this database is a copy of another
    record Horizon(String upto, String nowUpto, boolean isBehind, boolean isAhead) {}

    /// Empty where nothing that was counted can be used.
    Optional<Counted> read(Transaction tx, ListedTable table, Tenant tenant) {
        Optional<Counted> before = of(tx.sql().createQuery(READ), table, tenant)
                .map((row, context) -> new Counted(row.getString("upto"), 0, row.getLong("total")))
                .findOne();
        return before.map(counted -> {
            long fresh = of(tx.sql().createQuery(COUNT_FRESH.formatted(table.table())), table, tenant)
                    .bind("upto", counted.upto())
                    .mapTo(Long.class)
                    .one();
            return new Counted(counted.upto(), fresh, counted.total() + fresh);
        });
    }

    /// The nearest mark before a page; empty when the list's own end is nearer.
    Optional<Start> start(
            Transaction tx, ListedTable table, Tenant tenant, Counted counted, boolean isDescending, long skip) {
        long older = isDescending ? counted.total() - skip : skip - counted.fresh();
        return of(tx.sql().createQuery(isDescending ? LOWEST_MARK_WITH : HIGHEST_MARK_WITH), table, tenant)
                .bind("older", older)
                .map((row, context) -> new Mark(
                        row.getObject("created_at", OffsetDateTime.class), row.getString("id"), row.getLong("older")))
                .findOne()
                .map(mark -> {
                    long below = mark.older() + freshBelow(tx, table, tenant, counted, mark);
                    long passed = isDescending ? counted.total() - below : below;
                    return new Start(mark.createdAt(), mark.id(), skip - passed);
                });
    }

    private static long freshBelow(Transaction tx, ListedTable table, Tenant tenant, Counted counted, Mark mark) {
        return of(tx.sql().createQuery(COUNT_FRESH_BELOW.formatted(table.table())), table, tenant)
                .bind("upto", counted.upto())
                .bind("createdAt", mark.createdAt())
                .bind("id", mark.id())
                .mapTo(Long.class)
                .one();
    }

    /// Whoever reads the horizon after this reads the latest, until the transaction ends.
    void lock(Transaction tx, ListedTable table) {
        tx.sql()
                .createQuery(LOCK)
                .bind("list", table.table())
                .mapTo(String.class)
                .one();
    }

    Horizon horizon(Transaction tx, ListedTable table) {
        return tx.sql()
                .createQuery(HORIZON.formatted(table.table()))
                .bind("list", table.table())
                .map((row, context) -> new Horizon(
                        row.getString("upto"),
                        row.getString("now_upto"),
                        row.getBoolean("behind"),
                        row.getBoolean("ahead")))
                .one();
    }

    /// Counts the rows between two horizons. Where there are none the horizon stays, so that resting costs no write.
    void add(Transaction tx, ListedTable table, Horizon horizon) {
        if (between(tx, ADD, table, horizon) > 0) {
            between(tx, SHIFT, table, horizon);
            move(tx, table, horizon.nowUpto());
        }
    }

    private static int between(Transaction tx, String sql, ListedTable table, Horizon horizon) {
        return ofList(tx.sql().createUpdate(sql.formatted(table.table())), table)
                .bind("from", horizon.upto())
                .bind("upto", horizon.nowUpto())
                .execute();
    }

    /// Begins anew.
    void forget(Transaction tx, ListedTable table) {
        ofList(tx.sql().createUpdate(FORGET_TOTALS), table).execute();
        ofList(tx.sql().createUpdate(FORGET_MARKS), table).execute();
        move(tx, table, "0");
    }

    private static void move(Transaction tx, ListedTable table, String upto) {
        ofList(tx.sql().createUpdate(MOVE), table).bind("upto", upto).execute();
    }

    boolean lacksMarks(Transaction tx, ListedTable table) {
        return unmarked(tx, table)
                .map((row, context) -> row.getString("id"))
                .findOne()
                .isPresent();
    }

    /// Sets marks for a tenant who lacks them.
    ///
    /// @return false when nobody does
    boolean mark(Transaction tx, ListedTable table, Horizon horizon) {
        return unmarked(tx, table)
                .map((row, context) -> tx.sql()
                        .createUpdate(MARK.formatted(table.table()))
                        .bind("integration", row.getString("integration"))
                        .bind("environment", row.getString("environment"))
                        .bind("older", row.getLong("older"))
                        .bind("createdAt", row.getString("created_at"))
                        .bind("id", row.getString("id")))
                .findOne()
                .filter(update -> isMarked(update, table, horizon))
                .isPresent();
    }

    private static boolean isMarked(Update update, ListedTable table, Horizon horizon) {
        return ofList(update, table)
                        .bind("upto", horizon.nowUpto())
                        .bind("rows", ROWS_AT_A_TIME)
                        .bind("perMark", ROWS_PER_MARK)
                        .execute()
                > 0;
    }

    private static Query unmarked(Transaction tx, ListedTable table) {
        return ofList(tx.sql().createQuery(UNMARKED), table).bind("perMark", ROWS_PER_MARK);
    }

    private static <S extends SqlStatement<S>> S ofList(S statement, ListedTable table) {
        return statement.bind("list", table.table());
    }

    private static Query of(Query query, ListedTable table, Tenant tenant) {
        return query.bind("list", table.table())
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
