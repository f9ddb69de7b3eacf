package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `kept_answer`.
final class AnswerStore {

    private static final String FIND = """
            SELECT id, fingerprint, status, sealed_body, kept_at FROM kept_answer
            WHERE integration = :integration AND environment = :environment AND key = :key AND kept_at > :after
            """;

    /// There may be one that has expired and was not removed yet; another one is a mistake, and fails.
    private static final String FORGET = """
            DELETE FROM kept_answer
            WHERE integration = :integration AND environment = :environment AND key = :key AND kept_at <= :after
            """;

    private static final String KEEP = """
            INSERT INTO kept_answer (id, integration, environment, key, fingerprint, status, sealed_body, kept_at)
            VALUES (:id, :integration, :environment, :key, :fingerprint, :status, :body, :at)
            """;

    private static final String EXPIRED = """
            SELECT id FROM kept_answer WHERE kept_at <= :after ORDER BY kept_at LIMIT :most FOR UPDATE SKIP LOCKED
            """;

    private static final String REMOVE = "DELETE FROM kept_answer WHERE id = ANY(:ids)";

    private final ServerKey serverKey;

    AnswerStore(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /// @param after only what was kept later counts
    Optional<KeptAnswer> find(Transaction tx, Tenant tenant, String key, Instant after) {
        return of(tx.sql().createQuery(FIND), tenant, key)
                .bind("after", after)
                .map(this::answer)
                .findOne();
    }

    void keep(Transaction tx, Tenant tenant, String key, KeptAnswer answer, Instant after) {
        of(tx.sql().createUpdate(FORGET), tenant, key).bind("after", after).execute();
        of(tx.sql().createUpdate(KEEP), tenant, key)
                .bind("id", answer.id().value())
                .bind("fingerprint", answer.fingerprint())
                .bind("status", answer.status())
                .bind("body", serverKey.sealRow(Purpose.KEPT_ANSWER, answer.id().value(), answer.body()))
                .bind("at", answer.keptAt())
                .execute();
    }

    /// @return how many were removed
    int removeExpired(Transaction tx, Instant after, int most) {
        List<String> ids = tx.sql()
                .createQuery(EXPIRED)
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list();
        if (!ids.isEmpty()) {
            tx.sql().createUpdate(REMOVE).bindArray("ids", String.class, ids).execute();
        }
        return ids.size();
    }

    private KeptAnswer answer(ResultSet row, StatementContext context) throws SQLException {
        return new KeptAnswer(
                new ObjectId(row.getString("id")),
                row.getBytes("fingerprint"),
                row.getInt("status"),
                serverKey.openRow(Purpose.KEPT_ANSWER, row.getString("id"), row.getBytes("sealed_body")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant, String key) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("key", key);
    }
}
