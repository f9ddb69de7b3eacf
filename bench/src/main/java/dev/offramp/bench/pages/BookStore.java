package dev.offramp.bench.pages;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.tenancy.Tenant;

/// SQL that books filled deposits as one real deposit was booked, and counts them as the readers of facts would have.
final class BookStore {

    private static final String BOOK = """
            INSERT INTO posting (subject, purpose, line, from_account, to_account, units, at, concerns)
            SELECT made.id, booked.purpose, booked.line, booked.from_account, booked.to_account, booked.units,
                   made.created_at, booked.concerns
            FROM posting AS booked CROSS JOIN deposit AS made
            WHERE booked.subject = :model AND made.id >= :first AND made.id <= :last AND made.status = 'completed'
            ORDER BY made.created_at, booked.line
            """;

    private static final String BALANCE = """
            UPDATE guarded_balance SET posted = moved.units
            FROM (
                SELECT account, sum(units) AS units FROM (
                    SELECT to_account AS account, units FROM posting
                    UNION ALL
                    SELECT from_account, -units FROM posting
                ) AS lines GROUP BY account
            ) AS moved
            WHERE moved.account = guarded_balance.account
            """;

    private static final String COUNT_DAYS = """
            INSERT INTO figure_of_day (integration, environment, day, happening, currency, count, amount, fees, usd)
            SELECT integration, environment, (created_at AT TIME ZONE 'UTC')::date, 'credited', 'ngn', count(*),
                   sum(amount_units), sum(fee_units), sum(amount_usd)
            FROM deposit WHERE integration = :integration AND status = 'completed' AND tx_hash LIKE 'hash-%'
            GROUP BY 1, 2, 3
            ON CONFLICT ON CONSTRAINT figure_of_day_pk DO UPDATE SET
                count = figure_of_day.count + excluded.count, amount = figure_of_day.amount + excluded.amount,
                fees = figure_of_day.fees + excluded.fees, usd = figure_of_day.usd + excluded.usd
            """;

    void book(Transaction tx, DepositId model, long first, long last) {
        tx.sql()
                .createUpdate(BOOK)
                .bind("model", model.toString())
                .bind("first", "%024x".formatted(first))
                .bind("last", "%024x".formatted(last))
                .execute();
    }

    void count(Transaction tx, Tenant tenant) {
        tx.sql().execute(BALANCE);
        tx.sql()
                .createUpdate(COUNT_DAYS)
                .bind("integration", tenant.integration().toString())
                .execute();
    }
}
