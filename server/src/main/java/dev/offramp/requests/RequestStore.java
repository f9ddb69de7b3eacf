package dev.offramp.requests;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.lists.Batch;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;

/// SQL of the table `request_log`.
final class RequestStore {

    private static final String NAMES_END = "\n";

    /// A batch whose commit was not heard of is written again.
    private static final String INSERT = """
            INSERT INTO request_log (
                id, integration, environment, app_id, method, route, path, status, took_ms, caller, refusal, fields,
                created_at)
            SELECT * FROM unnest(
                :ids, :integrations, :environments, :appIds, :methods, :routes, :paths, :statuses, :tookMs, :callers,
                :refusals, :fields, :createdAts)
            ON CONFLICT ON CONSTRAINT request_log_pk DO NOTHING
            """;

    private static final String FIND = """
            SELECT id, integration, environment, app_id, method, route, path, status, took_ms, caller, refusal, fields,
                created_at
            FROM request_log
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String PLACE = """
            SELECT created_at FROM request_log
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    /// Ids sort by the second of their making.
    private static final String EXPIRED = """
            SELECT id FROM request_log WHERE id < :first ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
            """;

    private static final String ANSWERED = """
            SELECT count(*) AS answered, count(*) FILTER (WHERE status >= 500) AS failed
            FROM request_log
            WHERE id >= :first
            """;

    private static final String REMOVE = "DELETE FROM request_log WHERE id = ANY(:ids)";

    AnsweredCount answered(Transaction tx, Instant since) {
        return tx.sql()
                .createQuery(ANSWERED)
                .bind("first", ObjectId.first(since).value())
                .map((row, context) -> new AnsweredCount(row.getLong("answered"), row.getLong("failed")))
                .one();
    }

    void insert(Transaction tx, List<LoggedRequest> requests) {
        Update insert = tx.sql().createUpdate(INSERT);
        bind(insert, "ids", String.class, requests, request -> request.id().value());
        bind(
                insert,
                "integrations",
                String.class,
                requests,
                request -> request.tenant().integration().toString());
        bind(
                insert,
                "environments",
                String.class,
                requests,
                request -> request.tenant().environment().code());
        bind(insert, "appIds", String.class, requests, LoggedRequest::appId);
        bind(insert, "methods", String.class, requests, LoggedRequest::method);
        bind(insert, "routes", String.class, requests, LoggedRequest::route);
        bind(insert, "paths", String.class, requests, LoggedRequest::path);
        bind(insert, "statuses", Integer.class, requests, LoggedRequest::status);
        bind(
                insert,
                "tookMs",
                Integer.class,
                requests,
                request -> Math.clamp(request.took().toMillis(), 0, Integer.MAX_VALUE));
        bind(insert, "callers", String.class, requests, LoggedRequest::caller);
        bind(
                insert,
                "refusals",
                String.class,
                requests,
                request -> request.refusal().orElse(null));
        bind(
                insert,
                "fields",
                String.class,
                requests,
                request -> request.fields().isEmpty() ? null : String.join(NAMES_END, request.fields()));
        bind(insert, "createdAts", Instant.class, requests, LoggedRequest::at);
        insert.execute();
    }

    private static <T> void bind(
            Update insert, String name, Class<T> type, List<LoggedRequest> requests, Function<LoggedRequest, T> value) {
        insert.bindArray(name, type, requests.stream().map(value).toList());
    }

    Optional<LoggedRequest> find(Transaction tx, Tenant tenant, ObjectId id) {
        return tx.sql()
                .createQuery(FIND)
                .bind("id", id.value())
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> request(row))
                .findOne();
    }

    /// Where it stands in the list of its tenant.
    Optional<Batch.Place> place(Transaction tx, Tenant tenant, ObjectId id) {
        return tx.sql()
                .createQuery(PLACE)
                .bind("id", id.value())
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> new Batch.Place(row.getObject("created_at", OffsetDateTime.class), id.value()))
                .findOne();
    }

    /// @return how many were removed
    int removeBefore(Transaction tx, Instant time, int most) {
        String first = "%08x".formatted(time.getEpochSecond()) + "0".repeat(ObjectId.LENGTH - 8);
        List<String> ids = tx.sql()
                .createQuery(EXPIRED)
                .bind("first", first)
                .bind("most", most)
                .mapTo(String.class)
                .list();
        if (!ids.isEmpty()) {
            tx.sql().createUpdate(REMOVE).bindArray("ids", String.class, ids).execute();
        }
        return ids.size();
    }

    static LoggedRequest request(ResultSet row) throws SQLException {
        return new LoggedRequest(
                new ObjectId(row.getString("id")),
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                row.getString("app_id"),
                row.getString("method"),
                row.getString("route"),
                row.getString("path"),
                row.getInt("status"),
                Duration.ofMillis(row.getInt("took_ms")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("caller"),
                Optional.ofNullable(row.getString("refusal")),
                Optional.ofNullable(row.getString("fields")).stream()
                        .flatMap(names -> List.of(names.split(NAMES_END)).stream())
                        .toList());
    }
}
