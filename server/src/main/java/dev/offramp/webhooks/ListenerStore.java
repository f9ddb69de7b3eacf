package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the endpoints that ask for their events: the rows of `webhook_endpoint` with a `listens_until`.
final class ListenerStore {

    private static final String INSERT = """
            INSERT INTO webhook_endpoint
                (id, integration, environment, url, events, from_settings, made_at, updated_at, listens_until)
            VALUES (:id, :integration, :environment, :url, :events, false, :now, :now, :until)
            """;

    private static final String EXTEND = """
            UPDATE webhook_endpoint SET listens_until = :until
            WHERE id = :id AND integration = :integration AND environment = :environment AND listens_until IS NOT NULL
            """;

    /// In the order in which they were queued, and of what was queued at once as it happened; a replay queues anew.
    private static final String NEXT = """
            SELECT r.*
            FROM webhook_queue q JOIN webhook_record r ON r.id = q.record
            WHERE q.endpoint = :id AND q.lease_until IS NULL AND q.due_at <= :now
            ORDER BY q.due_at, r.event_at, q.sequence, q.record
            LIMIT 1
            """;

    private static final String SILENT = """
            SELECT id FROM webhook_endpoint WHERE listens_until <= :now ORDER BY id FOR UPDATE
            """;

    private static final String BEYOND = """
            SELECT id FROM webhook_endpoint
            WHERE integration = :integration AND environment = :environment AND listens_until IS NOT NULL
            ORDER BY listens_until DESC, id DESC
            OFFSET :most
            """;

    private static final String DELETE = "DELETE FROM webhook_endpoint WHERE id = :id";

    private final LogStore log;

    ListenerStore(LogStore log) {
        this.log = log;
    }

    void insert(Transaction tx, Tenant tenant, EndpointId id, Endpoint.Events events, Instant now, Instant until) {
        ofTenant(tx.sql().createUpdate(INSERT), tenant)
                .bind("id", id.toString())
                .bind("url", Endpoint.LISTEN + id)
                .bindArray("events", String.class, EndpointStore.events(events))
                .bind("now", now)
                .bind("until", until)
                .execute();
    }

    /// Whether there is such a listener; locks it.
    boolean extend(Transaction tx, Tenant tenant, EndpointId id, Instant until) {
        return ofTenant(tx.sql().createUpdate(EXTEND), tenant)
                        .bind("id", id.toString())
                        .bind("until", until)
                        .execute()
                > 0;
    }

    Optional<DeliveryRecord> next(Transaction tx, EndpointId id, Instant now) {
        return tx.sql()
                .createQuery(NEXT)
                .bind("id", id.toString())
                .bind("now", now)
                .map((row, context) -> log.record(row))
                .findOne();
    }

    List<EndpointId> silent(Transaction tx, Instant now) {
        return tx.sql()
                .createQuery(SILENT)
                .bind("now", now)
                .map((row, context) -> new EndpointId(new ObjectId(row.getString("id"))))
                .list();
    }

    /// All but the `most` that asked last.
    List<EndpointId> beyond(Transaction tx, Tenant tenant, int most) {
        return ofTenant(tx.sql().createQuery(BEYOND), tenant)
                .bind("most", most)
                .map((row, context) -> new EndpointId(new ObjectId(row.getString("id"))))
                .list();
    }

    void delete(Transaction tx, EndpointId id) {
        tx.sql().createUpdate(DELETE).bind("id", id.toString()).execute();
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
