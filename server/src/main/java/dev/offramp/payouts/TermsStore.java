package dev.offramp.payouts;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SQL of the tables `payout_terms` and `payout_maximum`.
final class TermsStore {

    private static final String READ = """
            SELECT wanted.integration, terms.environment, terms.currency, terms.fee, terms.minimum, own.maximum
            FROM unnest(:integrations, :environments) AS wanted (integration, environment)
            JOIN payout_terms AS terms ON terms.environment = wanted.environment
            LEFT JOIN payout_maximum AS own
                ON own.integration = wanted.integration AND own.environment = wanted.environment
                AND own.currency = terms.currency
            """;

    private static final String SET_MAXIMUM = """
            INSERT INTO payout_maximum (integration, environment, currency, maximum)
            VALUES (:integration, :environment, :currency, :maximum)
            ON CONFLICT ON CONSTRAINT payout_maximum_pk DO UPDATE SET maximum = excluded.maximum
            """;

    private static final String DROP_MAXIMUM = """
            DELETE FROM payout_maximum
            WHERE integration = :integration AND environment = :environment AND currency = :currency
            """;

    /// A tenant in a currency.
    record Key(Tenant tenant, Fiat currency) {}

    /// The terms of these tenants in every currency that is paid out.
    Map<Key, PayoutTerms> of(Transaction tx, Collection<Tenant> tenants) {
        List<Tenant> distinct = tenants.stream().distinct().toList();
        Map<Key, PayoutTerms> terms = new HashMap<>();
        tx.sql()
                .createQuery(READ)
                .bindArray(
                        "integrations",
                        String.class,
                        distinct.stream()
                                .map(tenant -> tenant.integration().toString())
                                .toList())
                .bindArray(
                        "environments",
                        String.class,
                        distinct.stream()
                                .map(tenant -> tenant.environment().code())
                                .toList())
                .map((row, context) -> {
                    Fiat currency = Fiat.parse(row.getString("currency")).orElseThrow();
                    return terms.put(new Key(PayoutRow.tenant(row), currency), terms(row, currency));
                })
                .list();
        return terms;
    }

    private static PayoutTerms terms(ResultSet row, Fiat currency) throws SQLException {
        return new PayoutTerms(
                money(currency, row.getBigDecimal("fee")),
                money(currency, row.getBigDecimal("minimum")),
                Optional.ofNullable(row.getBigDecimal("maximum")).map(units -> money(currency, units)));
    }

    private static Money money(Fiat currency, BigDecimal units) {
        return new Money(currency.asset(), units.toBigIntegerExact());
    }

    void setMaximum(Transaction tx, Tenant tenant, Fiat currency, Money maximum) {
        tx.sql()
                .createUpdate(SET_MAXIMUM)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("currency", currency.code())
                .bind("maximum", new BigDecimal(maximum.units()))
                .execute();
    }

    void dropMaximum(Transaction tx, Tenant tenant, Fiat currency) {
        tx.sql()
                .createUpdate(DROP_MAXIMUM)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("currency", currency.code())
                .execute();
    }
}
