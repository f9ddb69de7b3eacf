package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the states of records: `webhook_record`. What was sent and answered is in [BodyStore].
final class RecordStore {

    private static final String FAIL = """
            UPDATE webhook_record SET status = 'failed', updated_at = :now
            WHERE id = ANY(:ids) AND status = 'pending'
            """;

    private static final String ENDED = """
            SELECT r.id
            FROM webhook_record r JOIN webhook_endpoint e ON e.id = r.endpoint
            WHERE r.integration = :integration AND r.environment = :environment
                AND r.created_at >= :from AND r.created_at < :until AND r.expire_at > :now
                AND r.status <> 'pending' AND (r.failed OR NOT :onlyFailed) AND r.reference <> :test
                AND (r.created_at, r.id) > (
                    coalesce((SELECT created_at FROM webhook_record WHERE id = :after), '-infinity'), :after)
            ORDER BY r.created_at, r.id
            LIMIT :max
            """;

    private static final String REVIVE = """
            UPDATE webhook_record SET status = 'pending', delivered_at = NULL, expire_at = :expireAt, updated_at = :now
            WHERE id IN (
                SELECT id FROM webhook_record WHERE id = ANY(:ids) AND status <> 'pending' ORDER BY id FOR UPDATE)
            RETURNING id
            """;

    private static final String EXPIRED = """
            SELECT id FROM webhook_record WHERE expire_at <= :now ORDER BY expire_at LIMIT :max
            """;

    private static final String DELETE = "DELETE FROM webhook_record WHERE id = ANY(:ids)";

    /// Gives up on those that are still pending.
    void fail(Transaction tx, List<RecordId> ids, Instant now) {
        onIds(tx.sql().createUpdate(FAIL), ids).bind("now", now).execute();
    }

    /// Those a replay is about that are not pending, oldest first.
    List<RecordId> ended(Transaction tx, Tenant tenant, Replay wish, int max, Instant now) {
        return tx.sql()
                .createQuery(ENDED)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("from", wish.from())
                .bind("until", wish.until().orElse(now))
                .bind("onlyFailed", wish.onlyFailed())
                .bind("test", Announcement.TEST.value())
                .bind("after", wish.after().map(RecordId::toString).orElse(""))
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> new RecordId(new ObjectId(row.getString("id"))))
                .list();
    }

    /// Makes those pending that have ended.
    List<RecordId> revive(Transaction tx, List<RecordId> ids, Instant now, Instant expireAt) {
        return onIds(tx.sql().createQuery(REVIVE), ids)
                .bind("now", now)
                .bind("expireAt", expireAt)
                .map((row, context) -> new RecordId(new ObjectId(row.getString("id"))))
                .list();
    }

    List<RecordId> expired(Transaction tx, int max, Instant now) {
        return tx.sql()
                .createQuery(EXPIRED)
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> new RecordId(new ObjectId(row.getString("id"))))
                .list();
    }

    void delete(Transaction tx, List<RecordId> ids) {
        onIds(tx.sql().createUpdate(DELETE), ids).execute();
    }

    private static <S extends SqlStatement<S>> S onIds(S statement, List<RecordId> ids) {
        return statement.bindArray(
                "ids", String.class, ids.stream().map(RecordId::toString).toList());
    }
}
