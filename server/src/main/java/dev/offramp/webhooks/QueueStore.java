package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// SQL of the table `webhook_queue`: which deliveries are due, and who is sending them.
final class QueueStore {

    /// One process claims at a time, for the length of one short transaction: only so is the number in flight per
    /// endpoint exact. A statement of its own before [#CLAIM], so that the latter sees all that the last claim
    /// committed.
    private static final String TRY_LOCK = """
            SELECT pg_try_advisory_xact_lock(hashtextextended('webhooks.claim', 0))
            """;

    private static final String GIVE_BACK_EXPIRED = """
            UPDATE webhook_queue SET lease_until = NULL WHERE lease_until <= :now
            """;

    /// Finds the endpoints that have something waiting by skipping through the index (a disabled or dead one costs
    /// one step however long its queue; one that listens is not called), lets each have what its state allows, but
    /// no more in flight than `max` and no more now than its share of it, beginning with who has least in flight;
    /// those who rest get nothing. Within one object, whatever is earlier goes first, unless it waits for a retry;
    /// never are two of one object claimed together.
    private static final String CLAIM = """
            WITH RECURSIVE waiting (endpoint) AS (
                (SELECT q.endpoint::text FROM webhook_queue q
                 WHERE q.lease_until IS NULL ORDER BY q.endpoint LIMIT 1)
                UNION ALL
                SELECT (SELECT q.endpoint::text FROM webhook_queue q
                        WHERE q.lease_until IS NULL AND q.endpoint > w.endpoint ORDER BY q.endpoint LIMIT 1)
                FROM waiting w WHERE w.endpoint IS NOT NULL
            ), receiver AS MATERIALIZED (
                SELECT e.id, e.url, now_sent.in_flight, granted.total - now_sent.in_flight AS allowed,
                       count(*) OVER () AS receivers
                FROM waiting w
                JOIN webhook_endpoint e ON e.id = w.endpoint
                CROSS JOIN LATERAL (
                    SELECT count(*) AS in_flight FROM webhook_queue q
                    WHERE q.endpoint = e.id AND q.lease_until IS NOT NULL) now_sent
                CROSS JOIN LATERAL (
                    SELECT CASE WHEN e.failing_since IS NULL THEN least(:max, :inFlightMax)
                                ELSE :inFlightFailingMax END AS total) granted
                WHERE e.disabled_at IS NULL AND e.listens_until IS NULL AND e.id <> ALL(:resting)
                  AND granted.total > now_sent.in_flight
                  AND EXISTS (SELECT FROM webhook_queue q
                              WHERE q.endpoint = e.id AND q.lease_until IS NULL AND q.due_at <= :now)
            ), turn AS (
                SELECT due.record, receiver.url
                FROM receiver CROSS JOIN LATERAL (
                    SELECT q.record, row_number() OVER (ORDER BY q.due_at, q.record) AS place
                    FROM webhook_queue q
                    WHERE q.endpoint = receiver.id AND q.lease_until IS NULL AND q.due_at <= :now
                      AND NOT EXISTS (
                          SELECT FROM webhook_queue earlier
                          WHERE earlier.endpoint = q.endpoint AND earlier.reference = q.reference
                            AND earlier.sequence < q.sequence
                            AND (earlier.tries = 0 OR earlier.lease_until IS NOT NULL OR earlier.due_at <= :now))
                    ORDER BY q.due_at, q.record
                    LIMIT least(receiver.allowed, (:max + receiver.receivers - 1) / receiver.receivers)
                ) due
                ORDER BY receiver.in_flight + due.place, due.record
                LIMIT :max
            )
            UPDATE webhook_queue q SET lease_until = :until, claim = q.claim + 1
            FROM turn JOIN webhook_record r ON r.id = turn.record
            WHERE q.record = turn.record AND q.lease_until IS NULL
            RETURNING q.record, q.endpoint, r.integration, r.environment, turn.url, r.reference,
                      coalesce(r.origin, r.reference) AS origin, r.event_type, r.event_id, r.sealed_body,
                      r.request_id, q.claim, q.tries, q.due_at, r.expire_at
            """;

    /// One step through the index for each endpoint. Those that are disabled, or do not answer as they should, are
    /// behind by their own doing.
    private static final String OLDEST_DUE = """
            SELECT min(first.due_at) AS oldest
            FROM webhook_endpoint e
            CROSS JOIN LATERAL (
                SELECT q.due_at FROM webhook_queue q
                WHERE q.endpoint = e.id AND q.lease_until IS NULL AND q.due_at <= :now
                ORDER BY q.due_at
                LIMIT 1) first
            WHERE e.disabled_at IS NULL AND e.failing_since IS NULL
            """;

    private static final String ADD = """
            INSERT INTO webhook_queue (record, endpoint, reference, sequence, tries, due_at, claim)
            SELECT id, endpoint, reference, sequence, 0, :now, 0 FROM webhook_record WHERE id = ANY(:records)
            """;

    private static final String LOCK_OURS = """
            SELECT q.record
            FROM webhook_queue q
            JOIN unnest(:records, :claims) AS claimed (record, claim)
                ON q.record = claimed.record AND q.claim = claimed.claim
            WHERE q.lease_until IS NOT NULL
            ORDER BY q.record
            FOR UPDATE OF q
            """;

    private static final String LOCK = """
            SELECT record FROM webhook_queue WHERE record = ANY(:records) ORDER BY record FOR UPDATE
            """;

    private static final String POSTPONE = """
            UPDATE webhook_queue q SET lease_until = NULL, tries = q.tries + 1, due_at = later.at
            FROM unnest(:records, :ats::timestamptz[]) AS later (record, at)
            WHERE q.record = later.record
            """;

    private static final String REMOVE = "DELETE FROM webhook_queue WHERE record = ANY(:records)";

    private static final String TAKE = """
            DELETE FROM webhook_queue WHERE record = :record AND endpoint = :endpoint
            """;

    private static final String REMOVE_ENDPOINT = """
            DELETE FROM webhook_queue WHERE endpoint = :endpoint RETURNING record
            """;

    /// How many an endpoint may have in flight while its last attempt succeeded, and while it failed.
    record Limits(int inFlightMax, int inFlightFailingMax) {}

    /// A delivery that is ours until its lease ends.
    ///
    /// @param claim the fence: results count only while it is the row's
    /// @param tries scheduled attempts before this one
    record Claimed(Delivery delivery, int claim, int tries, Instant dueAt, Instant expireAt) {}

    record Later(RecordId record, Instant at) {}

    Optional<Instant> oldestDue(Transaction tx, Instant now) {
        return tx.sql()
                .createQuery(OLDEST_DUE)
                .bind("now", now)
                .map((row, context) -> Rows.maybeInstant(row, "oldest"))
                .one();
    }

    void add(Transaction tx, Collection<RecordId> records, Instant now) {
        tx.sql()
                .createUpdate(ADD)
                .bindArray("records", String.class, texts(records))
                .bind("now", now)
                .execute();
    }

    /// Up to `max` due deliveries; none while another process claims.
    List<Claimed> claim(
            Transaction tx,
            Bodies bodies,
            int max,
            Limits limits,
            Set<EndpointId> resting,
            Instant now,
            Instant until) {
        if (!tx.sql().createQuery(TRY_LOCK).mapTo(Boolean.class).one()) {
            return List.of();
        }
        tx.sql().createUpdate(GIVE_BACK_EXPIRED).bind("now", now).execute();
        return tx
                .sql()
                .createQuery(CLAIM)
                .bind("now", now)
                .bind("until", until)
                .bind("max", max)
                .bind("inFlightMax", limits.inFlightMax())
                .bind("inFlightFailingMax", limits.inFlightFailingMax())
                .bindArray(
                        "resting",
                        String.class,
                        resting.stream().map(EndpointId::toString).toList())
                .map((row, context) -> claimed(row, bodies))
                .list()
                .stream()
                .sorted(Comparator.comparing(Claimed::dueAt)
                        .thenComparing(claimed -> claimed.delivery().record()))
                .toList();
    }

    /// Locks those of the claimed that are still ours.
    List<RecordId> lockOurs(Transaction tx, List<Claimed> claimed) {
        return new Rows.Columns<>(tx.sql().createQuery(LOCK_OURS), claimed)
                .text("records", one -> one.delivery().record())
                .integer("claims", Claimed::claim)
                .statement()
                .map((row, context) -> new RecordId(new ObjectId(row.getString("record"))))
                .list();
    }

    /// Locks whatever is queued of these; the lock order of everyone is queue first, then record.
    void lock(Transaction tx, Collection<RecordId> records) {
        tx.sql()
                .createQuery(LOCK)
                .bindArray("records", String.class, texts(records))
                .mapTo(String.class)
                .list();
    }

    /// Counts a try and gives the lease back.
    void postpone(Transaction tx, List<Later> later) {
        if (later.isEmpty()) {
            return;
        }
        new Rows.Columns<>(tx.sql().createUpdate(POSTPONE), later)
                .text("records", Later::record)
                .instant("ats", Later::at)
                .statement()
                .execute();
    }

    /// Takes one off the queue for its endpoint.
    ///
    /// @return whether it was still there
    boolean take(Transaction tx, EndpointId endpoint, RecordId record) {
        return tx.sql()
                        .createUpdate(TAKE)
                        .bind("record", record.toString())
                        .bind("endpoint", endpoint.toString())
                        .execute()
                > 0;
    }

    void remove(Transaction tx, Collection<RecordId> records) {
        if (!records.isEmpty()) {
            tx.sql()
                    .createUpdate(REMOVE)
                    .bindArray("records", String.class, texts(records))
                    .execute();
        }
    }

    /// Empties the queue of an endpoint.
    List<RecordId> removeAll(Transaction tx, EndpointId endpoint) {
        return tx.sql()
                .createQuery(REMOVE_ENDPOINT)
                .bind("endpoint", endpoint.toString())
                .map((row, context) -> new RecordId(new ObjectId(row.getString("record"))))
                .list();
    }

    private static List<String> texts(Collection<RecordId> records) {
        return records.stream().map(RecordId::toString).toList();
    }

    private static Claimed claimed(ResultSet row, Bodies bodies) throws SQLException {
        return new Claimed(
                Delivery.read(row, bodies),
                row.getInt("claim"),
                row.getInt("tries"),
                Rows.instant(row, "due_at"),
                Rows.instant(row, "expire_at"));
    }
}
