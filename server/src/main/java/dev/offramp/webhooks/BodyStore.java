package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL of what is sent and what was answered: `webhook_record` with its `webhook_attempt`s.
final class BodyStore {

    private static final String INSERT = """
            INSERT INTO webhook_record
                (id, integration, environment, endpoint, reference, event_type, event_id, event_at, sequence,
                 url, sealed_body, request_id, origin, status, attempts_count, expire_at, created_at, updated_at)
            SELECT id, integration, environment, endpoint, reference, event_type, event_id, event_at, sequence,
                   url, decode(body, 'hex'), request_id, origin, 'pending', 0, :expireAt, :now, :now
            FROM unnest(:ids, :integrations, :environments, :endpoints, :references, :types, :eventIds,
                        :ats::timestamptz[], :sequences, :urls, :bodies, :requests, :origins)
                AS n (id, integration, environment, endpoint, reference, event_type, event_id, event_at, sequence,
                      url, body, request_id, origin)
            ON CONFLICT ON CONSTRAINT webhook_record_event DO NOTHING
            RETURNING id
            """;

    private static final String NOTE = """
            WITH noted AS (
                SELECT * FROM unnest(:records, :urls, :ats::timestamptz[], :answers, :bodies, :errors, :statuses)
                    AS n (record, url, at, answer, body, error, status)
            ), updated AS (
                UPDATE webhook_record r
                SET status = coalesce(noted.status, r.status),
                    delivered_at = CASE WHEN noted.status = 'delivered' THEN coalesce(r.delivered_at, :now)
                                        ELSE r.delivered_at END,
                    url = noted.url,
                    attempts_count = r.attempts_count + 1,
                    last_attempt_at = noted.at,
                    updated_at = :now
                FROM noted
                WHERE r.id = noted.record
                RETURNING r.id, r.attempts_count
            )
            INSERT INTO webhook_attempt (record, n, attempted_at, response_status, sealed_response, error)
            SELECT updated.id, updated.attempts_count, noted.at, noted.answer, decode(noted.body, 'hex'), noted.error
            FROM updated JOIN noted ON noted.record = updated.id
            """;

    private static final String OF_REFERENCE = """
            SELECT r.id AS record, r.endpoint, r.integration, r.environment, coalesce(e.url, r.url) AS url,
                   r.reference, coalesce(r.origin, r.reference) AS origin, r.event_type, r.event_id, r.sealed_body,
                   r.request_id, r.url LIKE 'listen:%' AS listens, e.id IS NULL AS removed
            FROM webhook_record r LEFT JOIN webhook_endpoint e ON e.id = r.endpoint
            WHERE r.reference = :reference AND r.integration = :integration AND r.environment = :environment
            ORDER BY r.sequence, r.id
            """;

    private static final String KEPT = """
            SELECT r.id AS record, r.endpoint, r.integration, r.environment, coalesce(e.url, r.url) AS url,
                   r.reference, coalesce(r.origin, r.reference) AS origin, r.event_type, r.event_id, r.sealed_body,
                   r.request_id, r.url LIKE 'listen:%' AS listens, e.id IS NULL AS removed
            FROM webhook_record r LEFT JOIN webhook_endpoint e ON e.id = r.endpoint
            WHERE r.id = :id AND r.integration = :integration AND r.environment = :environment
            """;

    /// A record about to be made.
    record NewRecord(RecordId id, Endpoint endpoint, Announcement event) {}

    /// An attempt about to be noted.
    ///
    /// @param becomes the record's new state; empty when the attempt does not change it
    record Noted(RecordId record, String url, Attempt attempt, Optional<State> becomes) {

        Optional<Result.Answered> answered() {
            return attempt.result() instanceof Result.Answered answered ? Optional.of(answered) : Optional.empty();
        }

        Optional<String> error() {
            return attempt.result() instanceof Result.Unanswered(String error) ? Optional.of(error) : Optional.empty();
        }
    }

    /// A record as it would be sent now.
    ///
    /// @param removed whether its endpoint is gone; the URL is then the last one used
    /// @param listens whether its endpoint is one that cannot be called
    record Kept(Delivery delivery, boolean removed, boolean listens) {

        private static Kept read(ResultSet row, Bodies bodies) throws SQLException {
            return new Kept(Delivery.read(row, bodies), row.getBoolean("removed"), row.getBoolean("listens"));
        }
    }

    private final Bodies bodies;

    BodyStore(Bodies bodies) {
        this.bodies = bodies;
    }

    /// Answers those that are new; an event that its endpoint has already is left out.
    List<RecordId> insert(Transaction tx, List<NewRecord> made, Instant now, Instant expireAt) {
        return new Rows.Columns<>(tx.sql().createQuery(INSERT), made)
                .text("ids", NewRecord::id)
                .text("integrations", one -> one.event().tenant().integration())
                .text("environments", one -> one.event().tenant().environment().code())
                .text("endpoints", one -> one.endpoint().id())
                .text("references", one -> one.event().reference())
                .text("types", one -> one.event().eventType())
                .text("eventIds", one -> one.event().eventId())
                .instant("ats", one -> one.event().at())
                .integer("sequences", one -> one.event().sequence())
                .text("urls", one -> one.endpoint().url())
                .text("bodies", one -> bodies.seal(one.id(), one.event().body()))
                .maybeText("requests", one -> one.event().requestId())
                .maybeText("origins", one -> other(one.event()))
                .statement()
                .bind("now", now)
                .bind("expireAt", expireAt)
                .map((row, context) -> new RecordId(new ObjectId(row.getString("id"))))
                .list();
    }

    /// Most are the beginning of their story, which costs the table nothing.
    private static Optional<String> other(Announcement event) {
        return Optional.of(event.origin())
                .filter(origin -> !origin.equals(event.reference()))
                .map(ObjectId::value);
    }

    /// Adds an attempt to each record, at most one per record and call.
    void note(Transaction tx, List<Noted> noted, Instant now) {
        if (noted.isEmpty()) {
            return;
        }
        new Rows.Columns<>(tx.sql().createUpdate(NOTE), noted)
                .text("records", Noted::record)
                .text("urls", Noted::url)
                .instant("ats", one -> one.attempt().at())
                .maybeInteger("answers", one -> one.answered().map(Result.Answered::status))
                .maybeText("bodies", one -> one.answered().map(answer -> bodies.seal(one.record(), answer.body())))
                .maybeText("errors", Noted::error)
                .maybeText("statuses", one -> one.becomes().map(BodyStore::status))
                .statement()
                .bind("now", now)
                .execute();
    }

    List<Kept> ofReference(Transaction tx, Tenant tenant, ObjectId reference) {
        return tx.sql()
                .createQuery(OF_REFERENCE)
                .bind("reference", reference.value())
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> Kept.read(row, bodies))
                .list();
    }

    Optional<Kept> kept(Transaction tx, Tenant tenant, RecordId id) {
        return tx.sql()
                .createQuery(KEPT)
                .bind("id", id.toString())
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> Kept.read(row, bodies))
                .findOne();
    }

    private static String status(State state) {
        return switch (state) {
            case State.Pending _ -> "pending";
            case State.Delivered _ -> "delivered";
            case State.Failed _ -> "failed";
        };
    }
}
