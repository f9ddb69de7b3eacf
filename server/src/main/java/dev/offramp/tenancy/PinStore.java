package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of `tenant_pin`.
final class PinStore {

    /// A new PIN starts without failures, but does not lift a freeze.
    private static final String SET = """
            INSERT INTO tenant_pin (integration, environment, pin_hash, failures)
            VALUES (:integration, :environment, :hash, 0)
            ON CONFLICT ON CONSTRAINT tenant_pin_pk DO UPDATE
            SET pin_hash = excluded.pin_hash,
                failures = CASE WHEN tenant_pin.failures < :most THEN 0 ELSE tenant_pin.failures END
            """;

    private static final String LOCK = """
            SELECT pin_hash, failures FROM tenant_pin
            WHERE integration = :integration AND environment = :environment
            FOR UPDATE
            """;

    private static final String FAILURES = """
            SELECT failures FROM tenant_pin WHERE integration = :integration AND environment = :environment
            """;

    private static final String FROZEN = """
            SELECT integration, environment FROM tenant_pin WHERE failures >= 5 AND failures >= :most
            ORDER BY integration, environment
            """;

    private static final String SET_FAILURES = """
            UPDATE tenant_pin SET failures = :failures
            WHERE integration = :integration AND environment = :environment
            """;

    private static final String UNFREEZE = """
            UPDATE tenant_pin SET failures = 0
            WHERE integration = :integration AND environment = :environment AND failures >= :most
            """;

    /// A tenant's PIN, its row locked until the transaction ends.
    record Locked(byte[] hash, int failures) {}

    void set(Transaction tx, Tenant tenant, byte[] hash, int mostFailures) {
        of(tx.sql().createUpdate(SET), tenant)
                .bind("hash", hash)
                .bind("most", mostFailures)
                .execute();
    }

    Optional<Locked> lock(Transaction tx, Tenant tenant) {
        return of(tx.sql().createQuery(LOCK), tenant)
                .map((row, context) -> new Locked(row.getBytes("pin_hash"), row.getInt("failures")))
                .findOne();
    }

    /// Wrong tries in a row; empty while there is no PIN.
    Optional<Integer> failures(Transaction tx, Tenant tenant) {
        return of(tx.sql().createQuery(FAILURES), tenant).mapTo(Integer.class).findOne();
    }

    /// Whose PIN was tried wrongly so often. The number stands in the statement too, as it does in its index.
    List<Tenant> frozen(Transaction tx, int mostFailures) {
        return tx.sql()
                .createQuery(FROZEN)
                .bind("most", mostFailures)
                .map((row, context) -> new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()))
                .list();
    }

    void setFailures(Transaction tx, Tenant tenant, int failures) {
        of(tx.sql().createUpdate(SET_FAILURES), tenant)
                .bind("failures", failures)
                .execute();
    }

    /// @return whether it was frozen
    boolean unfreeze(Transaction tx, Tenant tenant, int mostFailures) {
        return of(tx.sql().createUpdate(UNFREEZE), tenant)
                        .bind("most", mostFailures)
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
