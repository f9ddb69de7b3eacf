package dev.offramp.withdrawals;

import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;

/// SQL of sums over the table `withdrawal`.
final class WithdrawalSumStore {

    private static final String COINS = """
            SELECT environment, asset,
                   coalesce(sum(units) FILTER (WHERE status = 'completed'), 0) AS sent,
                   coalesce(sum(units) FILTER (WHERE status IN ('numbered', 'signed', 'sent')), 0) AS under_way
            FROM withdrawal
            GROUP BY environment, asset
            """;

    private static final String HELD = """
            SELECT integration, environment, sum(amount + fee) AS held
            FROM withdrawal
            WHERE status IN ('placed', 'numbered', 'signed', 'sent')
            GROUP BY integration, environment
            """;

    WithdrawalSums read(Transaction tx) {
        WithdrawalSums sums = new WithdrawalSums(new HashMap<>(), new HashMap<>(), new HashMap<>());
        tx.sql().createQuery(COINS).map((row, context) -> add(sums, row)).list();
        tx.sql()
                .createQuery(HELD)
                .map((row, context) -> sums.held()
                        .put(
                                WithdrawalRow.tenant(row),
                                new Money(
                                        Fiat.USD.asset(),
                                        row.getBigDecimal("held").toBigIntegerExact())))
                .list();
        return sums;
    }

    private static WithdrawalSums.Sent add(WithdrawalSums sums, ResultSet row) throws SQLException {
        WithdrawalSums.Sent of = new WithdrawalSums.Sent(
                Environment.parse(row.getString("environment")).orElseThrow(), new AssetCode(row.getString("asset")));
        sums.sent().put(of, row.getBigDecimal("sent").toBigIntegerExact());
        sums.underWay().put(of, row.getBigDecimal("under_way").toBigIntegerExact());
        return of;
    }
}
