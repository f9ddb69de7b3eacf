package dev.offramp.ledger;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of postings, holds and balances.
final class LedgerStore {

    private static final String LOCK_HOLDS = """
            SELECT hold.subject, hold.purpose, hold.units, hold.state,
                   account.kind, account.environment, account.owner, account.asset
            FROM hold JOIN account ON account.id = hold.account
            WHERE (hold.subject, hold.purpose) IN (SELECT * FROM unnest(:subjects, :purposes))
            ORDER BY hold.subject, hold.purpose
            FOR UPDATE OF hold
            """;

    private static final String LOCK_BALANCES = """
            SELECT account, posted, held FROM guarded_balance
            WHERE account = ANY(:accounts)
            ORDER BY account
            FOR UPDATE
            """;

    private static final String UPDATE_BALANCES = """
            UPDATE guarded_balance
            SET posted = guarded_balance.posted + change.posted, held = guarded_balance.held + change.held
            FROM unnest(:accounts, :posted, :held) AS change (account, posted, held)
            WHERE guarded_balance.account = change.account
            """;

    private static final String INSERT_POSTINGS = """
            INSERT INTO posting (subject, purpose, line, from_account, to_account, units, at, concerns)
            SELECT subject, purpose, line, from_account, to_account, units, :at, concerns
            FROM unnest(:subjects, :purposes, :lines, :from, :to, :units, :concerns)
                AS new (subject, purpose, line, from_account, to_account, units, concerns)
            """;

    private static final String INSERT_HOLDS = """
            INSERT INTO hold (subject, purpose, account, units, state, placed_at)
            SELECT subject, purpose, account, units, 'open', :at
            FROM unnest(:subjects, :purposes, :accounts, :units) AS new (subject, purpose, account, units)
            """;

    private static final String HELD = """
            SELECT account.kind, account.environment, account.owner, account.asset, sum(hold.units) AS held
            FROM hold JOIN account ON account.id = hold.account
            WHERE hold.state = 'open' AND hold.purpose = :purpose
            GROUP BY account.id
            """;

    private static final String END_HOLDS = """
            UPDATE hold SET state = :state, ended_at = :at
            WHERE (subject, purpose) IN (SELECT * FROM unnest(:subjects, :purposes))
            """;

    private static final String AVAILABLE = """
            SELECT account, posted - held AS available FROM guarded_balance WHERE account = ANY(:accounts)
            """;

    private static final String BALANCES = """
            WITH tail AS (
                SELECT * FROM posting WHERE id > (SELECT last_posting FROM checkpoint_mark)
            ), moved AS (
                SELECT account, balance AS units FROM checkpoint
                UNION ALL SELECT to_account, units FROM tail
                UNION ALL SELECT from_account, -units FROM tail
            )
            SELECT account.kind, account.environment, account.owner, account.asset,
                   coalesce(sum(moved.units), 0) AS balance
            FROM account LEFT JOIN moved ON moved.account = account.id
            GROUP BY account.id
            ORDER BY account.id
            """;

    /// Waits for postings under way and keeps new ones out while the mark is moved: their numbers commit out of order.
    private static final String STOP_WRITERS = "LOCK TABLE posting IN SHARE MODE";

    private static final String MOVE_CHECKPOINTS = """
            WITH mark AS (
                SELECT last_posting FROM checkpoint_mark FOR UPDATE
            ), tail AS (
                SELECT posting.* FROM posting, mark WHERE posting.id > mark.last_posting
            ), moved AS (
                SELECT to_account AS account, units FROM tail
                UNION ALL SELECT from_account, -units FROM tail
            ), added AS (
                INSERT INTO checkpoint (account, balance)
                SELECT account, sum(units) FROM moved GROUP BY account
                ON CONFLICT ON CONSTRAINT checkpoint_pk
                    DO UPDATE SET balance = checkpoint.balance + excluded.balance
            ), moved_by_day AS (
                SELECT to_account AS account, at, purpose, true AS incoming, units FROM tail
                UNION ALL SELECT from_account, at, purpose, false, units FROM tail
            ), added_to_days AS (
                INSERT INTO account_day (account, day, purpose, incoming, postings, units)
                SELECT account, (at AT TIME ZONE 'UTC')::date AS day, purpose, incoming, count(*), sum(units)
                FROM moved_by_day GROUP BY account, day, purpose, incoming
                ON CONFLICT ON CONSTRAINT account_day_pk DO UPDATE SET
                    postings = account_day.postings + excluded.postings,
                    units = account_day.units + excluded.units
            )
            UPDATE checkpoint_mark
            SET last_posting = (SELECT max(id) FROM tail)
            WHERE EXISTS (SELECT 1 FROM tail)
            """;

    private static final String AUDIT = """
            SELECT 'account ' || account || ' has posted ' || posted || ' and postings of ' || sum AS fault
            FROM (
                SELECT g.account, g.posted,
                       coalesce((SELECT sum(units) FROM posting WHERE to_account = g.account), 0)
                       - coalesce((SELECT sum(units) FROM posting WHERE from_account = g.account), 0) AS sum
                FROM guarded_balance g
            ) AS posted
            WHERE posted <> sum
            UNION ALL
            SELECT 'account ' || account || ' holds ' || held || ' and has open holds of ' || sum
            FROM (
                SELECT g.account, g.held, coalesce(
                           (SELECT sum(units) FROM hold WHERE account = g.account AND state = 'open'), 0) AS sum
                FROM guarded_balance g
            ) AS held
            WHERE held <> sum
            UNION ALL
            SELECT 'posting ' || posting.id || ' crosses assets or environments'
            FROM posting
            LEFT JOIN account AS a ON a.id = posting.from_account
            LEFT JOIN account AS b ON b.id = posting.to_account
            WHERE (a.asset, a.environment) IS DISTINCT FROM (b.asset, b.environment) OR a.id IS NULL
            """;

    Map<Cause, HoldRow> lockHolds(Transaction tx, List<Cause> causes) {
        Map<Cause, HoldRow> holds = new HashMap<>();
        if (!causes.isEmpty()) {
            caused(tx.sql().createQuery(LOCK_HOLDS), causes)
                    .map((row, context) -> hold(row))
                    .forEach(hold -> holds.put(hold.cause(), hold));
        }
        return holds;
    }

    private static HoldRow hold(ResultSet row) throws SQLException {
        Account account = AccountStore.account(row);
        return new HoldRow(
                new Cause(row.getString("purpose"), new ObjectId(row.getString("subject"))),
                account,
                new Money(account.asset(), units(row, "units")),
                row.getString("state").equals("open"));
    }

    /// The rows of these guarded accounts, locked in account order.
    Map<Long, GuardedBalance> lockBalances(Transaction tx, List<Long> accounts) {
        Map<Long, GuardedBalance> balances = new LinkedHashMap<>();
        if (!accounts.isEmpty()) {
            tx.sql()
                    .createQuery(LOCK_BALANCES)
                    .bindArray("accounts", Long.class, accounts)
                    .map((row, context) -> balances.put(
                            row.getLong("account"), new GuardedBalance(units(row, "posted"), units(row, "held"))))
                    .list();
        }
        return balances;
    }

    void write(Transaction tx, Batch batch, AccountNumbers numbers, Instant at) {
        updateBalances(tx, batch, numbers);
        insertPostings(tx, batch.lines(), numbers, at);
        insertHolds(tx, batch.placed(), numbers, at);
        endHolds(tx, batch.posted(), "posted", at);
        endHolds(tx, batch.released(), "released", at);
    }

    private void updateBalances(Transaction tx, Batch batch, AccountNumbers numbers) {
        var changed = batch.balances().entrySet().stream()
                .filter(row -> row.getValue().isChanged())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate(UPDATE_BALANCES)
                .bindArray(
                        "accounts",
                        Long.class,
                        changed.stream().map(row -> numbers.of(row.getKey())).toList())
                .bindArray(
                        "posted",
                        BigDecimal.class,
                        changed.stream()
                                .map(row -> new BigDecimal(row.getValue().postedChange()))
                                .toList())
                .bindArray(
                        "held",
                        BigDecimal.class,
                        changed.stream()
                                .map(row -> new BigDecimal(row.getValue().heldChange()))
                                .toList())
                .execute();
    }

    private void insertPostings(Transaction tx, List<Batch.Line> lines, AccountNumbers numbers, Instant at) {
        if (lines.isEmpty()) {
            return;
        }
        caused(
                        tx.sql().createUpdate(INSERT_POSTINGS),
                        lines.stream().map(Batch.Line::cause).toList())
                .bindArray(
                        "lines",
                        Integer.class,
                        lines.stream().map(Batch.Line::number).toList())
                .bindArray(
                        "from",
                        Long.class,
                        lines.stream()
                                .map(line -> numbers.of(line.posting().from()))
                                .toList())
                .bindArray(
                        "to",
                        Long.class,
                        lines.stream()
                                .map(line -> numbers.of(line.posting().to()))
                                .toList())
                .bindArray(
                        "units",
                        BigDecimal.class,
                        lines.stream()
                                .map(line -> decimal(line.posting().amount()))
                                .toList())
                .bindArray("concerns", Long.class, concerned(lines, numbers))
                .bind("at", at)
                .execute();
    }

    private static List<Object> concerned(List<Batch.Line> lines, AccountNumbers numbers) {
        List<Object> concerned = new ArrayList<>();
        for (Batch.Line line : lines) {
            concerned.add(line.concerns().map(numbers::of).orElse(null));
        }
        return concerned;
    }

    private void insertHolds(Transaction tx, List<Entry.Hold> holds, AccountNumbers numbers, Instant at) {
        if (holds.isEmpty()) {
            return;
        }
        caused(
                        tx.sql().createUpdate(INSERT_HOLDS),
                        holds.stream().map(Entry.Hold::cause).toList())
                .bindArray(
                        "accounts",
                        Long.class,
                        holds.stream().map(hold -> numbers.of(hold.account())).toList())
                .bindArray(
                        "units",
                        BigDecimal.class,
                        holds.stream().map(hold -> decimal(hold.amount())).toList())
                .bind("at", at)
                .execute();
    }

    private void endHolds(Transaction tx, Collection<Cause> causes, String state, Instant at) {
        if (!causes.isEmpty()) {
            caused(tx.sql().createUpdate(END_HOLDS), causes)
                    .bind("state", state)
                    .bind("at", at)
                    .execute();
        }
    }

    Map<Account, Money> available(Transaction tx, Collection<Account> guarded, AccountNumbers numbers) {
        Map<Account, Money> available = new LinkedHashMap<>();
        guarded.forEach(account -> available.put(account, Money.zero(account.asset())));
        List<Account> known = guarded.stream().filter(numbers::knows).toList();
        tx.sql()
                .createQuery(AVAILABLE)
                .bindArray("accounts", Long.class, numbers.of(known))
                .map((row, context) -> {
                    Account account = numbers.account(row.getLong("account"));
                    return available.put(account, new Money(account.asset(), units(row, "available")));
                })
                .list();
        return available;
    }

    /// What open holds of one purpose set aside.
    Map<Account, Money> held(Transaction tx, String purpose) {
        Map<Account, Money> held = new HashMap<>();
        tx.sql()
                .createQuery(HELD)
                .bind("purpose", purpose)
                .map((row, context) -> {
                    Account account = AccountStore.account(row);
                    return held.put(account, new Money(account.asset(), units(row, "held")));
                })
                .list();
        return held;
    }

    Map<Account, Money> balances(Transaction tx) {
        Map<Account, Money> balances = new LinkedHashMap<>();
        tx.sql()
                .createQuery(BALANCES)
                .map((row, context) -> {
                    Account account = AccountStore.account(row);
                    return balances.put(account, new Money(account.asset(), units(row, "balance")));
                })
                .list();
        return balances;
    }

    List<String> audit(Transaction tx) {
        return tx.sql().createQuery(AUDIT).mapTo(String.class).list();
    }

    void checkpoint(Transaction tx) {
        tx.sql().execute(STOP_WRITERS);
        tx.sql().createUpdate(MOVE_CHECKPOINTS).execute();
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    private static BigDecimal decimal(Money money) {
        return new BigDecimal(money.units());
    }

    private static <S extends SqlStatement<S>> S caused(S statement, Collection<Cause> causes) {
        return statement
                .bindArray(
                        "subjects",
                        String.class,
                        causes.stream().map(cause -> cause.subject().value()).toList())
                .bindArray(
                        "purposes",
                        String.class,
                        causes.stream().map(Cause::purpose).toList());
    }
}
