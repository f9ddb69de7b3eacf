package dev.offramp.trail;

import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/// SQL of `trail_entry` and `trail_head`.
final class TrailStore {

    private static final String HEAD = "SELECT number, seal FROM trail_head";

    private static final String LOCK_HEAD = """
            SELECT number, seal, nullif(current_setting('offramp.request_id', true), '') AS request_id
            FROM trail_head
            FOR UPDATE
            """;

    private static final String MOVE_HEAD = "UPDATE trail_head SET number = :number, seal = :seal";

    private static final String INSERT = """
            INSERT INTO trail_entry (
                number, at, actor_kind, actor_id, actor_name, action, integration, environment, source, request_id,
                subject_kind, subject_id, before, after, hash)
            VALUES (
                :number, :at, :actor_kind, :actor_id, :actor_name, :action, :integration, :environment, :source,
                :request_id, :subject_kind, :subject_id, :before::json, :after::json, :hash)
            """;

    private static final String COLUMNS = """
            SELECT number, at, actor_kind, actor_id, actor_name, action, integration, environment, source, request_id,
                subject_kind, subject_id, before, after, hash
            FROM trail_entry
            """;

    private static final String FOLLOWING = COLUMNS + " WHERE number > :after ORDER BY number LIMIT :max";

    /// What is not asked for is NULL, and no condition is left of it when the plan is made.
    private static final String LIST = COLUMNS + """
            WHERE number < :before
            AND (:integration::text IS NULL OR integration = :integration)
            AND (:environment::text IS NULL OR environment = :environment)
            AND (:actor::text IS NULL OR actor_id = :actor OR actor_name = :actor)
            AND (:action::text IS NULL OR action = :action)
            AND (:subjectKind::text IS NULL OR subject_kind = :subjectKind)
            AND (:subjectId::text IS NULL OR subject_id = :subjectId)
            AND (:from::timestamptz IS NULL OR at >= :from::timestamptz)
            AND (:until::timestamptz IS NULL OR at < :until::timestamptz)
            ORDER BY number DESC
            LIMIT :max
            """;

    private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

    /// The end of the trail.
    record Sealed(long number, byte[] seal) {}

    /// @param requestId of the request that the transaction acts for
    record Locked(Sealed head, Optional<String> requestId) {}

    record Hashed(Row row, byte[] hash) {}

    Sealed head(Transaction tx) {
        return tx.sql().createQuery(HEAD).map((row, context) -> sealed(row)).one();
    }

    Locked lockHead(Transaction tx) {
        return tx.sql()
                .createQuery(LOCK_HEAD)
                .map((row, context) -> new Locked(sealed(row), Optional.ofNullable(row.getString("request_id"))))
                .one();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(row.getLong("number"), row.getBytes("seal"));
    }

    void append(Transaction tx, Hashed entry, byte[] seal) {
        Row row = entry.row();
        Update insert = tx.sql()
                .createUpdate(INSERT)
                .bind("number", row.number())
                .bind("at", row.at())
                .bind("hash", entry.hash());
        Row.COLUMNS.forEach(column -> insert.bind(column, row.texts().get(column)));
        insert.execute();
        tx.sql()
                .createUpdate(MOVE_HEAD)
                .bind("number", row.number())
                .bind("seal", seal)
                .execute();
    }

    /// The entries after that number, in order.
    List<Hashed> following(Transaction tx, long after, int max) {
        return tx.sql()
                .createQuery(FOLLOWING)
                .bind("after", after)
                .bind("max", max)
                .map((row, context) -> hashed(row))
                .list();
    }

    /// Newest first.
    List<Entry> list(Transaction tx, TrailQuery query, long before, int max) {
        tx.sql().execute(PLAN_EACH_TIME);
        return tx.sql()
                .createQuery(LIST)
                .bind("before", before)
                .bind("max", max)
                .bind("integration", query.integration().map(Object::toString).orElse(null))
                .bind("environment", query.environment().map(one -> one.code()).orElse(null))
                .bind("actor", query.actor().orElse(null))
                .bind("action", query.action().map(Action::code).orElse(null))
                .bind("subjectKind", query.subjectKind().map(Subject.Kind::code).orElse(null))
                .bind("subjectId", query.subjectId().orElse(null))
                .bind("from", query.from().map(Instant::toString).orElse(null))
                .bind("until", query.until().map(Instant::toString).orElse(null))
                .map((row, context) -> hashed(row).row().entry())
                .list();
    }

    private static Hashed hashed(ResultSet row) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String column : Row.COLUMNS) {
            Optional.ofNullable(row.getString(column)).ifPresent(text -> texts.put(column, text));
        }
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Hashed(new Row(row.getLong("number"), at, texts), row.getBytes("hash"));
    }
}
