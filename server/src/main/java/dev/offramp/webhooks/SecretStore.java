package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the table `webhook_secret`. A secret's scope is an environment, or both of them.
final class SecretStore {

    /// Shared by the environments that have none of their own.
    static final String BOTH = "both";

    private static final String VALID = """
            SELECT asked.integration, asked.environment, secret.sealed
            FROM unnest(:integrations, :environments) AS asked (integration, environment)
            JOIN webhook_secret AS secret ON secret.integration = asked.integration
                AND secret.scope = CASE
                    WHEN EXISTS (SELECT FROM webhook_secret AS own
                                 WHERE own.integration = asked.integration AND own.scope = asked.environment)
                    THEN asked.environment ELSE 'both' END
            WHERE secret.valid_until IS NULL OR secret.valid_until > :now
            ORDER BY asked.integration, asked.environment, secret.version
            """;

    private static final String STANDING = """
            SELECT sealed, made_at, valid_until FROM webhook_secret
            WHERE integration = :integration AND scope = :scope AND (valid_until IS NULL OR valid_until > :now)
            ORDER BY version DESC
            """;

    private static final String SCOPE = """
            SELECT coalesce(max(scope), 'both') FROM webhook_secret
            WHERE integration = :integration AND scope = :environment
            """;

    private static final String INSERT = """
            INSERT INTO webhook_secret (integration, scope, version, sealed, made_at)
            VALUES (:integration, :scope, :version, :sealed, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String LOCK_CURRENT = """
            SELECT version FROM webhook_secret
            WHERE integration = :integration AND scope = :scope AND valid_until IS NULL
            FOR UPDATE
            """;

    /// What was shared, as an environment's own first secret.
    private static final String COPY_CURRENT = """
            INSERT INTO webhook_secret (integration, scope, version, sealed, made_at)
            SELECT integration, :environment, 1, sealed, made_at FROM webhook_secret
            WHERE integration = :integration AND scope = 'both' AND valid_until IS NULL
            """;

    private static final String END_OLD = """
            UPDATE webhook_secret SET valid_until = :now
            WHERE integration = :integration AND scope = :scope AND valid_until > :now
            """;

    private static final String RETIRE = """
            UPDATE webhook_secret SET valid_until = :until
            WHERE integration = :integration AND scope = :scope AND version = :version
            """;

    record Sealed(Tenant tenant, byte[] secret) {}

    /// The secrets valid at `now`, per tenant oldest first.
    List<Sealed> valid(Transaction tx, Collection<Tenant> tenants, Instant now) {
        Function<Function<Tenant, String>, List<String>> each =
                column -> tenants.stream().map(column).toList();
        return tx.sql()
                .createQuery(VALID)
                .bindArray(
                        "integrations",
                        String.class,
                        each.apply(tenant -> tenant.integration().toString()))
                .bindArray(
                        "environments",
                        String.class,
                        each.apply(tenant -> tenant.environment().code()))
                .bind("now", now)
                .map((row, context) -> new Sealed(
                        new Tenant(
                                new IntegrationId(new ObjectId(row.getString("integration"))),
                                Environment.parse(row.getString("environment")).orElseThrow()),
                        row.getBytes("sealed")))
                .list();
    }

    /// A secret with its time.
    ///
    /// @param validUntil empty for the current one
    record Dated(byte[] secret, Instant madeAt, Optional<Instant> validUntil) {}

    /// Those valid at `now`, newest first.
    List<Dated> standing(Transaction tx, IntegrationId integration, String scope, Instant now) {
        return of(tx.sql().createQuery(STANDING), integration, scope)
                .bind("now", now)
                .map((row, context) -> new Dated(
                        row.getBytes("sealed"), Rows.instant(row, "made_at"), Rows.maybeInstant(row, "valid_until")))
                .list();
    }

    /// Whose secrets serve a tenant: its environment's own, or [#BOTH].
    String scope(Transaction tx, Tenant tenant) {
        return tx.sql()
                .createQuery(SCOPE)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .mapTo(String.class)
                .one();
    }

    /// The shared one; does nothing when there is one already.
    void insertFirst(Transaction tx, IntegrationId integration, byte[] sealed, Instant now) {
        insert(tx, integration, BOTH, 1, sealed, now);
    }

    /// Gives an environment the shared secret as its own, if it has none yet. The shared one is locked, so that of two
    /// who do this at once the second sees the first.
    void separate(Transaction tx, Tenant tenant) {
        lockCurrent(tx, tenant.integration(), BOTH);
        if (scope(tx, tenant).equals(BOTH)) {
            tx.sql()
                    .createUpdate(COPY_CURRENT)
                    .bind("integration", tenant.integration().toString())
                    .bind("environment", tenant.environment().code())
                    .execute();
        }
    }

    /// Puts another in the place of the current one, which is valid beside it until `until`; older ones end now.
    void replace(Transaction tx, IntegrationId integration, String scope, byte[] sealed, Instant now, Instant until) {
        int version = lockCurrent(tx, integration, scope);
        endOld(tx, integration, scope, now);
        of(tx.sql().createUpdate(RETIRE), integration, scope)
                .bind("version", version)
                .bind("until", until)
                .execute();
        insert(tx, integration, scope, version + 1, sealed, now);
    }

    /// @return whether one was valid beside the current one
    boolean endOld(Transaction tx, IntegrationId integration, String scope, Instant now) {
        return of(tx.sql().createUpdate(END_OLD), integration, scope)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    private static int lockCurrent(Transaction tx, IntegrationId integration, String scope) {
        return of(tx.sql().createQuery(LOCK_CURRENT), integration, scope)
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(
            Transaction tx, IntegrationId integration, String scope, int version, byte[] sealed, Instant now) {
        of(tx.sql().createUpdate(INSERT), integration, scope)
                .bind("version", version)
                .bind("sealed", sealed)
                .bind("now", now)
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(S statement, IntegrationId integration, String scope) {
        return statement.bind("integration", integration.toString()).bind("scope", scope);
    }
}
