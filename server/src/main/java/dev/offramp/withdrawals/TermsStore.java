package dev.offramp.withdrawals;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// SQL of the tables `withdrawal_fee`, `withdrawal_limit` and `withdrawal_limit_of`.
final class TermsStore {

    private static final String FEES =
            "SELECT network, level, fee FROM withdrawal_fee WHERE environment = :environment";

    private static final String SET_FEE = """
            INSERT INTO withdrawal_fee (environment, network, level, fee)
            VALUES (:environment, :network, :level, :fee)
            ON CONFLICT ON CONSTRAINT withdrawal_fee_pk DO UPDATE SET fee = excluded.fee
            """;

    private static final String LIMITS = """
            SELECT coalesce(own.minimum, usual.minimum) AS minimum, coalesce(own.maximum, usual.maximum) AS maximum
            FROM withdrawal_limit AS usual
            LEFT JOIN withdrawal_limit_of AS own
                ON own.environment = usual.environment AND own.integration = :integration
            WHERE usual.environment = :environment
            """;

    private static final String SET_LIMITS = """
            INSERT INTO withdrawal_limit_of (integration, environment, minimum, maximum)
            VALUES (:integration, :environment, :minimum, :maximum)
            ON CONFLICT ON CONSTRAINT withdrawal_limit_of_pk
                DO UPDATE SET minimum = excluded.minimum, maximum = excluded.maximum
            """;

    private static final String DROP_LIMITS = """
            DELETE FROM withdrawal_limit_of WHERE integration = :integration AND environment = :environment
            """;

    /// What a fee is asked for.
    record FeeKey(TokenNetwork network, FeeLevel level) {}

    Map<FeeKey, Money> fees(Transaction tx, Environment environment) {
        Map<FeeKey, Money> fees = new HashMap<>();
        tx.sql()
                .createQuery(FEES)
                .bind("environment", environment.code())
                .map((row, context) -> fees.put(
                        new FeeKey(
                                TokenNetwork.parse(row.getString("network")).orElseThrow(),
                                FeeLevel.parse(row.getString("level")).orElseThrow()),
                        usd(row, "fee")))
                .list();
        return fees;
    }

    void setFee(Transaction tx, Environment environment, FeeKey key, Money fee) {
        tx.sql()
                .createUpdate(SET_FEE)
                .bind("environment", environment.code())
                .bind("network", key.network().code())
                .bind("level", key.level().code())
                .bind("fee", new BigDecimal(fee.units()))
                .execute();
    }

    WithdrawalLimits limits(Transaction tx, Tenant tenant) {
        return tx.sql()
                .createQuery(LIMITS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> new WithdrawalLimits(usd(row, "minimum"), usd(row, "maximum")))
                .one();
    }

    void setLimits(Transaction tx, Tenant tenant, WithdrawalLimits limits) {
        tx.sql()
                .createUpdate(SET_LIMITS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("minimum", new BigDecimal(limits.minimum().units()))
                .bind("maximum", new BigDecimal(limits.maximum().units()))
                .execute();
    }

    void dropLimits(Transaction tx, Tenant tenant) {
        tx.sql()
                .createUpdate(DROP_LIMITS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .execute();
    }

    private static Money usd(ResultSet row, String column) throws SQLException {
        return new Money(Fiat.USD.asset(), row.getBigDecimal(column).toBigIntegerExact());
    }
}
