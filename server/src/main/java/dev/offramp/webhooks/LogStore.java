package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL that reads the log.
final class LogStore {

    private static final String ONE = """
            SELECT * FROM webhook_record
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String ATTEMPTS = """
            SELECT record, attempted_at, response_status, sealed_response, error
            FROM webhook_attempt
            WHERE record = ANY(:records)
            ORDER BY record, n
            """;

    private final Bodies bodies;

    LogStore(Bodies bodies) {
        this.bodies = bodies;
    }

    Optional<DeliveryRecord> one(Transaction tx, Tenant tenant, RecordId id) {
        List<DeliveryRecord> found = ofTenant(tx.sql().createQuery(ONE), tenant)
                .bind("id", id.toString())
                .map((row, context) -> record(row))
                .list();
        return withAttempts(tx, found).stream().findFirst();
    }

    List<DeliveryRecord> withAttempts(Transaction tx, List<DeliveryRecord> records) {
        Map<RecordId, List<Attempt>> attempts = attempts(tx, records);
        return records.stream()
                .map(record -> record.with(attempts.getOrDefault(record.id(), List.of())))
                .toList();
    }

    private Map<RecordId, List<Attempt>> attempts(Transaction tx, List<DeliveryRecord> records) {
        Map<RecordId, List<Attempt>> attempts = new HashMap<>();
        new Rows.Columns<>(tx.sql().createQuery(ATTEMPTS), records)
                .text("records", DeliveryRecord::id)
                .statement()
                .map((row, context) -> attempt(row))
                .forEach(entry -> attempts.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return attempts;
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }

    DeliveryRecord record(ResultSet row) throws SQLException {
        RecordId id = new RecordId(new ObjectId(row.getString("id")));
        return new DeliveryRecord(
                id,
                new EndpointId(new ObjectId(row.getString("endpoint"))),
                event(row, id),
                row.getString("url"),
                state(row),
                List.of(),
                Rows.instant(row, "expire_at"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"));
    }

    private Announcement event(ResultSet row, RecordId record) throws SQLException {
        ObjectId reference = new ObjectId(row.getString("reference"));
        String origin = row.getString("origin");
        return new Announcement(
                Rows.tenant(row),
                reference,
                new EventType(row.getString("event_type")),
                new ObjectId(row.getString("event_id")),
                row.getInt("sequence"),
                Rows.instant(row, "event_at"),
                bodies.body(row, record),
                Optional.ofNullable(row.getString("request_id")),
                origin == null ? reference : new ObjectId(origin));
    }

    private static State state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return switch (status) {
            case "pending" -> new State.Pending();
            case "delivered" -> new State.Delivered(Rows.instant(row, "delivered_at"));
            case "failed" -> new State.Failed();
            default -> throw new IllegalStateException("the database allows no status " + status);
        };
    }

    private Map.Entry<RecordId, Attempt> attempt(ResultSet row) throws SQLException {
        RecordId record = new RecordId(new ObjectId(row.getString("record")));
        String error = row.getString("error");
        Result result = error == null
                ? new Result.Answered(row.getInt("response_status"), bodies.answer(row, record))
                : new Result.Unanswered(error);
        return Map.entry(record, new Attempt(Rows.instant(row, "attempted_at"), result));
    }
}
