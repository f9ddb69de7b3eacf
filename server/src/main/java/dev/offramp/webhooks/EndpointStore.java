package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `webhook_endpoint`; of those that listen only what is queued for them, see [ListenerStore].
final class EndpointStore {

    private static final String INSERT = """
            INSERT INTO webhook_endpoint
                (id, integration, environment, url, events, from_settings, made_at, updated_at)
            VALUES (:id, :integration, :environment, :url, :events, :fromSettings, :now, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String OF_TENANT = """
            SELECT * FROM webhook_endpoint
            WHERE integration = :integration AND environment = :environment AND listens_until IS NULL
            ORDER BY made_at, id
            """;

    private static final String TROUBLED = """
            SELECT * FROM webhook_endpoint
            WHERE (disabled_at IS NOT NULL OR failing_since IS NOT NULL)
                AND (disabled_at IS NOT NULL OR failing_since <= :before)
            ORDER BY id
            """;

    private static final String LOCK_OF_TENANT = """
            SELECT * FROM webhook_endpoint
            WHERE integration = :integration AND environment = :environment AND listens_until IS NULL
            ORDER BY id
            FOR UPDATE
            """;

    /// Locked against removal, so that no event is queued for an endpoint that is gone.
    private static final String HOLD_OF_TENANTS = """
            SELECT e.*
            FROM webhook_endpoint e
            JOIN unnest(:integrations, :environments) AS t (integration, environment)
                ON e.integration = t.integration AND e.environment = t.environment
            ORDER BY e.id
            FOR KEY SHARE OF e
            """;

    private static final String SET_URL = """
            UPDATE webhook_endpoint
            SET url = :url, failing_since = NULL, disabled_at = NULL, disabled_reason = NULL, updated_at = :now
            WHERE id = :id
            """;

    private static final String ENABLE = """
            UPDATE webhook_endpoint
            SET failing_since = NULL, disabled_at = NULL, disabled_reason = NULL, updated_at = :now
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String SET_EVENTS = """
            UPDATE webhook_endpoint SET events = :events, updated_at = :now
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String DELETE = """
            DELETE FROM webhook_endpoint
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String MARK_FAILING = """
            UPDATE webhook_endpoint SET failing_since = :now WHERE id = ANY(:ids) AND failing_since IS NULL
            """;

    private static final String MARK_HEALTHY = """
            UPDATE webhook_endpoint SET failing_since = NULL WHERE id = ANY(:ids) AND failing_since IS NOT NULL
            """;

    private static final String DISABLE = """
            UPDATE webhook_endpoint SET disabled_at = :now, disabled_reason = :reason, updated_at = :now
            WHERE id = ANY(:ids) AND disabled_at IS NULL
            """;

    /// Answers false when the tenant has this URL already, or an endpoint from the settings when this is to be one.
    boolean insert(Transaction tx, Endpoint endpoint) {
        return ofTenant(tx.sql().createUpdate(INSERT), endpoint.tenant())
                        .bind("id", endpoint.id().toString())
                        .bind("url", endpoint.url())
                        .bindArray("events", String.class, events(endpoint.events()))
                        .bind("fromSettings", endpoint.fromSettings())
                        .bind("now", endpoint.madeAt())
                        .execute()
                > 0;
    }

    List<Endpoint> list(Transaction tx, Tenant tenant) {
        return ofTenant(tx.sql().createQuery(OF_TENANT), tenant)
                .map(EndpointStore::endpoint)
                .list();
    }

    List<Endpoint> troubled(Transaction tx, Instant failingBefore) {
        return tx.sql()
                .createQuery(TROUBLED)
                .bind("before", failingBefore)
                .map(EndpointStore::endpoint)
                .list();
    }

    List<Endpoint> lock(Transaction tx, Tenant tenant) {
        return ofTenant(tx.sql().createQuery(LOCK_OF_TENANT), tenant)
                .map(EndpointStore::endpoint)
                .list();
    }

    List<Endpoint> hold(Transaction tx, Set<Tenant> tenants) {
        return new Rows.Columns<>(tx.sql().createQuery(HOLD_OF_TENANTS), List.copyOf(tenants))
                .text("integrations", Tenant::integration)
                .text("environments", tenant -> tenant.environment().code())
                .statement()
                .map(EndpointStore::endpoint)
                .list();
    }

    /// Also enables the endpoint: another URL is another receiver.
    void setUrl(Transaction tx, EndpointId id, String url, Instant now) {
        tx.sql()
                .createUpdate(SET_URL)
                .bind("id", id.toString())
                .bind("url", url)
                .bind("now", now)
                .execute();
    }

    boolean setEvents(Transaction tx, Tenant tenant, EndpointId id, Endpoint.Events events, Instant now) {
        return ofTenant(tx.sql().createUpdate(SET_EVENTS), tenant)
                        .bind("id", id.toString())
                        .bindArray("events", String.class, events(events))
                        .bind("now", now)
                        .execute()
                > 0;
    }

    boolean enable(Transaction tx, Tenant tenant, EndpointId id, Instant now) {
        return ofTenant(tx.sql().createUpdate(ENABLE), tenant)
                        .bind("id", id.toString())
                        .bind("now", now)
                        .execute()
                > 0;
    }

    boolean delete(Transaction tx, Tenant tenant, EndpointId id) {
        return ofTenant(tx.sql().createUpdate(DELETE), tenant)
                        .bind("id", id.toString())
                        .execute()
                > 0;
    }

    void markFailing(Transaction tx, Collection<EndpointId> ids, Instant now) {
        onIds(tx.sql().createUpdate(MARK_FAILING), ids).bind("now", now).execute();
    }

    void markHealthy(Transaction tx, Collection<EndpointId> ids) {
        onIds(tx.sql().createUpdate(MARK_HEALTHY), ids).execute();
    }

    void disable(Transaction tx, Collection<EndpointId> ids, String reason, Instant now) {
        onIds(tx.sql().createUpdate(DISABLE), ids)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }

    private static <S extends SqlStatement<S>> S onIds(S statement, Collection<EndpointId> ids) {
        return statement.bindArray(
                "ids",
                String.class,
                ids.stream().map(EndpointId::toString).sorted().toList());
    }

    static List<String> events(Endpoint.Events events) {
        return switch (events) {
            case Endpoint.Events.All() -> List.of();
            case Endpoint.Events.Chosen(var types) ->
                types.stream().map(EventType::value).sorted().toList();
        };
    }

    private static Endpoint endpoint(ResultSet row, StatementContext context) throws SQLException {
        String disabledReason = row.getString("disabled_reason");
        return new Endpoint(
                new EndpointId(new ObjectId(row.getString("id"))),
                Rows.tenant(row),
                row.getString("url"),
                events(row),
                row.getBoolean("from_settings"),
                Rows.maybeInstant(row, "failing_since"),
                Rows.maybeInstant(row, "disabled_at").map(at -> new Endpoint.Disabled(at, disabledReason)),
                Rows.instant(row, "made_at"),
                Rows.instant(row, "updated_at"));
    }

    private static Endpoint.Events events(ResultSet row) throws SQLException {
        String[] chosen = (String[]) row.getArray("events").getArray();
        return chosen.length == 0
                ? new Endpoint.Events.All()
                : new Endpoint.Events.Chosen(
                        Arrays.stream(chosen).map(EventType::new).collect(Collectors.toUnmodifiableSet()));
    }
}
