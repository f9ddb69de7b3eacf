package dev.offramp.bench.backup;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// SQL that grows the webhook log and the request log as a busy week would.
final class GrowStore {

    private static final String BYTES = """
            SELECT sum(pg_table_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            """;

    private static final String RECORDS = """
            COPY webhook_record (id, integration, environment, endpoint, reference, event_type, event_id, event_at,
                sequence, url, sealed_body, status, attempts_count, delivered_at, last_attempt_at, expire_at, created_at,
                updated_at)
            FROM STDIN
            """;

    private static final String REQUESTS = """
            COPY request_log (id, integration, environment, app_id, method, route, path, status, took_ms, caller,
                created_at)
            FROM STDIN
            """;

    private static final String AT = "2026-11-01 00:00:00+00";
    private static final String UNTIL = "2026-11-08 00:00:00+00";
    private static final int BODY_BYTES = 1_500;

    /// Of all tables, without their indexes.
    long bytes(Transaction tx) {
        return tx.sql().createQuery(BYTES).mapTo(Long.class).one();
    }

    /// Delivered webhooks, whose sealed bodies no compression makes smaller.
    void records(Transaction tx, Tenant tenant, long first, int count, RandomGenerator random) {
        byte[] body = new byte[BODY_BYTES];
        copy(tx, RECORDS, first, count, n -> {
            random.nextBytes(body);
            String id = "%024x".formatted(n);
            return String.join(
                    "\t",
                    id,
                    tenant.integration().toString(),
                    "development",
                    "e".repeat(24),
                    id,
                    "trade.completed",
                    id,
                    AT,
                    "1",
                    "https://shop.example.com/hook",
                    "\\\\x" + HexFormat.of().formatHex(body),
                    "delivered",
                    "1",
                    AT,
                    AT,
                    UNTIL,
                    AT,
                    AT);
        });
    }

    /// Requests, which are all alike.
    void requests(Transaction tx, Tenant tenant, long first, int count) {
        copy(
                tx,
                REQUESTS,
                first,
                count,
                n -> String.join(
                        "\t",
                        "%024x".formatted(n),
                        tenant.integration().toString(),
                        "development",
                        "app_bench",
                        "GET",
                        "GET /trades/transactions",
                        "/v1/trades/transactions?page=" + n,
                        "200",
                        "7",
                        "203.0.113.7",
                        AT));
    }

    private interface Line {
        String of(long number);
    }

    private static void copy(Transaction tx, String sql, long first, int count, Line line) {
        try {
            CopyIn copy = tx.sql()
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql);
            for (long n = first; n < first + count; n++) {
                byte[] row = (line.of(n) + "\n").getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fill", e);
        }
    }
}
