package dev.offramp.tenancy;

import dev.offramp.db.Transaction;
import java.sql.Timestamp;
import java.time.Instant;

/// SQL of `request_window`.
final class RequestWindowStore {

    /// A process whose clock is behind counts in the minute that has begun elsewhere.
    private static final String COUNT = """
            INSERT INTO request_window (integration, route, minute, requests)
            VALUES (:integration, :route, :minute, 1)
            ON CONFLICT ON CONSTRAINT request_window_pk DO UPDATE
            SET requests = CASE WHEN request_window.minute < excluded.minute THEN 1
                                ELSE request_window.requests + 1 END,
                minute = greatest(request_window.minute, excluded.minute)
            RETURNING minute, requests
            """;

    RequestWindow count(Transaction tx, IntegrationId integration, String route, Instant minute) {
        return tx.sql()
                .createQuery(COUNT)
                .bind("integration", integration.toString())
                .bind("route", route)
                .bind("minute", Timestamp.from(minute))
                .map((row, context) ->
                        new RequestWindow(row.getTimestamp("minute").toInstant(), row.getLong("requests")))
                .one();
    }
}
