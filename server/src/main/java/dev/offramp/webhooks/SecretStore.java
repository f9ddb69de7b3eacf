package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// SQL of the table `webhook_secret`.
final class SecretStore {

    private static final String VALID = """
            SELECT integration, sealed FROM webhook_secret
            WHERE integration = ANY(:integrations) AND (valid_until IS NULL OR valid_until > :now)
            ORDER BY integration, version
            """;

    private static final String INSERT_FIRST = """
            INSERT INTO webhook_secret (integration, version, sealed, made_at)
            VALUES (:integration, 1, :sealed, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String LOCK_CURRENT = """
            SELECT version FROM webhook_secret WHERE integration = :integration AND valid_until IS NULL FOR UPDATE
            """;

    private static final String END_OLD = """
            UPDATE webhook_secret SET valid_until = :now WHERE integration = :integration AND valid_until > :now
            """;

    private static final String RETIRE = """
            UPDATE webhook_secret SET valid_until = :until WHERE integration = :integration AND version = :version
            """;

    private static final String INSERT_NEXT = """
            INSERT INTO webhook_secret (integration, version, sealed, made_at)
            VALUES (:integration, :version, :sealed, :now)
            """;

    record Sealed(IntegrationId integration, byte[] secret) {}

    /// The secrets valid at `now`, per integration oldest first.
    List<Sealed> valid(Transaction tx, Collection<IntegrationId> integrations, Instant now) {
        return tx.sql()
                .createQuery(VALID)
                .bindArray(
                        "integrations",
                        String.class,
                        integrations.stream().map(IntegrationId::toString).toList())
                .bind("now", now)
                .map((row, context) -> new Sealed(
                        new IntegrationId(new ObjectId(row.getString("integration"))), row.getBytes("sealed")))
                .list();
    }

    /// Does nothing when the integration has a secret already.
    void insertFirst(Transaction tx, IntegrationId integration, byte[] sealed, Instant now) {
        tx.sql()
                .createUpdate(INSERT_FIRST)
                .bind("integration", integration.toString())
                .bind("sealed", sealed)
                .bind("now", now)
                .execute();
    }

    /// Puts another in the place of the current one, which is valid beside it until `until`; older ones end now.
    void replace(Transaction tx, IntegrationId integration, byte[] sealed, Instant now, Instant until) {
        int version = tx.sql()
                .createQuery(LOCK_CURRENT)
                .bind("integration", integration.toString())
                .mapTo(Integer.class)
                .one();
        endOld(tx, integration, now);
        tx.sql()
                .createUpdate(RETIRE)
                .bind("integration", integration.toString())
                .bind("version", version)
                .bind("until", until)
                .execute();
        tx.sql()
                .createUpdate(INSERT_NEXT)
                .bind("integration", integration.toString())
                .bind("version", version + 1)
                .bind("sealed", sealed)
                .bind("now", now)
                .execute();
    }

    /// @return whether one was valid beside the current one
    boolean endOld(Transaction tx, IntegrationId integration, Instant now) {
        return tx.sql()
                        .createUpdate(END_OLD)
                        .bind("integration", integration.toString())
                        .bind("now", now)
                        .execute()
                > 0;
    }
}
