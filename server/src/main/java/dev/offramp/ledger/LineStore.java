package dev.offramp.ledger;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL that reads what was booked.
final class LineStore {

    /// With another plan than one for a few transfers of one tenant, all postings would be gone through.
    private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

    private static final String COLUMNS = """
            posting.at, posting.subject, posting.purpose, posting.line, posting.units, posting.request_id,
            payer.kind AS from_kind, payer.owner AS from_owner, payee.kind AS to_kind, payee.owner AS to_owner,
            payee.environment, payee.asset""";

    private static final String ACCOUNTS = """
            JOIN account AS payer ON payer.id = posting.from_account
            JOIN account AS payee ON payee.id = posting.to_account""";

    private static final String OF_SUBJECTS = """
            SELECT %s
            FROM posting %s
            WHERE posting.subject = ANY(:subjects)
            ORDER BY posting.at, posting.id
            """.formatted(COLUMNS, ACCOUNTS);

    private static final String OWNED = """
            SELECT id FROM account WHERE owner = :integration AND environment = :environment
            """;

    /// The first lines of each account's next transfers, the oldest of these, and then their transfers.
    private static final String BATCH = """
            SELECT first.at AS first_at, first.id AS first_id, %s
            FROM (
                SELECT oldest.* FROM unnest(:accounts) AS own (account) CROSS JOIN LATERAL (
                    SELECT at, id, subject, purpose FROM posting
                    WHERE concerns = own.account AND at < :until AND (at, id) > (:at, :id)
                    ORDER BY at, id
                    LIMIT :max
                ) AS oldest
                ORDER BY oldest.at, oldest.id
                LIMIT :max
            ) AS first
            JOIN posting ON posting.subject = first.subject AND posting.purpose = first.purpose
            %s
            ORDER BY first.at, first.id, posting.line
            """.formatted(COLUMNS, ACCOUNTS);

    private static final String CHECKPOINT = "SELECT last_posting FROM checkpoint_mark";

    /// Days as they are summed up to the checkpoint, and the postings since. The checkpoint is bound: were it asked for
    /// in here, the planner would not know how few postings come after it.
    private static final String MOVEMENTS = """
            WITH own AS (
                SELECT id FROM account WHERE owner = :integration AND environment = :environment
            ), tail AS (
                SELECT from_account, to_account, (at AT TIME ZONE 'UTC')::date AS day, purpose, units
                FROM posting WHERE id > :checkpoint
            ), moved AS (
                SELECT account, day, purpose, incoming, postings, units FROM account_day
                WHERE account IN (SELECT id FROM own)
                UNION ALL
                SELECT to_account, day, purpose, true, 1, units FROM tail WHERE to_account IN (SELECT id FROM own)
                UNION ALL
                SELECT from_account, day, purpose, false, 1, units FROM tail WHERE from_account IN (SELECT id FROM own)
            )
            SELECT account.kind, account.environment, account.owner, account.asset, moved.purpose, moved.incoming,
                   coalesce(sum(moved.units) FILTER (WHERE day < :from), 0) AS before,
                   coalesce(sum(moved.postings) FILTER (WHERE day >= :from), 0) AS count,
                   coalesce(sum(moved.units) FILTER (WHERE day >= :from), 0) AS amount
            FROM moved JOIN account ON account.id = moved.account
            WHERE moved.day < :until
            GROUP BY account.id, moved.purpose, moved.incoming
            ORDER BY account.id, moved.purpose, moved.incoming
            """;

    /// A line and the place of its transfer.
    private record Placed(Line line, LineBatch.Place place) {}

    List<Line> of(Transaction tx, Collection<ObjectId> subjects) {
        return tx.sql()
                .createQuery(OF_SUBJECTS)
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(ObjectId::value).toList())
                .map(LineStore::line)
                .list();
    }

    LineBatch batch(
            Transaction tx, Tenant tenant, Instant from, Instant until, Optional<LineBatch.Place> after, int max) {
        tx.sql().execute(PLAN_EACH_TIME);
        List<Long> accounts =
                ofTenant(tx.sql().createQuery(OWNED), tenant).mapTo(Long.class).list();
        LineBatch.Place start = after.orElse(new LineBatch.Place(from, 0));
        List<Placed> placed = tx.sql()
                .createQuery(BATCH)
                .bindArray("accounts", Long.class, accounts)
                .bind("at", start.at())
                .bind("id", start.posting())
                .bind("until", until)
                .bind("max", max)
                .map((row, context) -> new Placed(
                        line(row, context), new LineBatch.Place(instant(row, "first_at"), row.getLong("first_id"))))
                .list();
        long transfers = placed.stream().map(Placed::place).distinct().count();
        return new LineBatch(
                placed.stream().map(Placed::line).toList(),
                transfers < max
                        ? Optional.empty()
                        : Optional.of(placed.getLast().place()));
    }

    List<Movement> movements(Transaction tx, Tenant tenant, LocalDate from, LocalDate until) {
        tx.sql().execute(PLAN_EACH_TIME);
        long checkpoint = tx.sql().createQuery(CHECKPOINT).mapTo(Long.class).one();
        return ofTenant(tx.sql().createQuery(MOVEMENTS), tenant)
                .bind("checkpoint", checkpoint)
                .bind("from", from)
                .bind("until", until)
                .map(LineStore::movement)
                .list();
    }

    private static Movement movement(ResultSet row, StatementContext context) throws SQLException {
        Account account = AccountStore.account(row);
        return new Movement(
                account,
                row.getString("purpose"),
                row.getBoolean("incoming"),
                money(account, row.getBigDecimal("before")),
                row.getLong("count"),
                money(account, row.getBigDecimal("amount")));
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        Account payee = account(row, "to");
        return new Line(
                instant(row, "at"),
                new Cause(row.getString("purpose"), new ObjectId(row.getString("subject"))),
                row.getInt("line"),
                new Posting(account(row, "from"), payee, money(payee, row.getBigDecimal("units"))),
                Optional.ofNullable(row.getString("request_id")));
    }

    private static Account account(ResultSet row, String side) throws SQLException {
        return new Account(
                AccountKind.valueOf(row.getString(side + "_kind").toUpperCase(Locale.ROOT)),
                Environment.parse(row.getString("environment")).orElseThrow(),
                Optional.ofNullable(row.getString(side + "_owner"))
                        .map(owner -> new IntegrationId(new ObjectId(owner))),
                new AssetCode(row.getString("asset")));
    }

    private static Money money(Account account, BigDecimal units) {
        return new Money(account.asset(), units.toBigIntegerExact());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
