package dev.offramp.payouts;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;

/// SQL of sums over the table `payout`.
final class PayoutSumStore {

    private static final String READ = """
            SELECT environment, currency,
                   coalesce(sum(amount - fee) FILTER (WHERE status = 'completed'), 0) AS paid,
                   coalesce(sum(amount - fee) FILTER (
                       WHERE status IN ('placed', 'submitting', 'processing')), 0) AS under_way
            FROM payout
            GROUP BY environment, currency
            """;

    PayoutSums read(Transaction tx) {
        PayoutSums sums = new PayoutSums(new HashMap<>(), new HashMap<>());
        tx.sql().createQuery(READ).map((row, context) -> add(sums, row)).list();
        return sums;
    }

    private static PayoutSums.Currency add(PayoutSums sums, ResultSet row) throws SQLException {
        Fiat fiat = Fiat.parse(row.getString("currency")).orElseThrow();
        PayoutSums.Currency currency = new PayoutSums.Currency(
                Environment.parse(row.getString("environment")).orElseThrow(), fiat);
        sums.paid().put(currency, money(fiat, row, "paid"));
        sums.underWay().put(currency, money(fiat, row, "under_way"));
        return currency;
    }

    private static Money money(Fiat fiat, ResultSet row, String column) throws SQLException {
        return new Money(fiat.asset(), row.getBigDecimal(column).toBigIntegerExact());
    }
}
