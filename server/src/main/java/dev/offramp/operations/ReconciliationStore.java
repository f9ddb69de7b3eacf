package dev.offramp.operations;

import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SQL of the tables `reconciliation` and `reconciliation_check`.
final class ReconciliationStore {

    /// Of one check.
    private static final int FAULTS_KEPT = 100;

    private static final String INSERT = """
            INSERT INTO reconciliation (started_at, ended_at) VALUES (:started, :ended) RETURNING id
            """;

    private static final String INSERT_CHECK = """
            INSERT INTO reconciliation_check (reconciliation, position, what, fault_count, faults)
            VALUES (:reconciliation, :position, :what, :count, :faults)
            """;

    private static final String FORGET = """
            DELETE FROM reconciliation
            WHERE id <= (SELECT id FROM reconciliation ORDER BY id DESC OFFSET :kept LIMIT 1)
            """;

    private static final String LAST = """
            SELECT run.id, run.started_at, run.ended_at, its.what, its.fault_count, its.faults
            FROM (SELECT * FROM reconciliation ORDER BY id DESC LIMIT :max) AS run
            JOIN reconciliation_check AS its ON its.reconciliation = run.id
            ORDER BY run.id DESC, its.position
            """;

    void insert(Transaction tx, ReconciliationRun run) {
        long id = tx.sql()
                .createQuery(INSERT)
                .bind("started", run.startedAt())
                .bind("ended", run.endedAt())
                .mapTo(Long.class)
                .one();
        for (int i = 0; i < run.checks().size(); i++) {
            Check check = run.checks().get(i);
            tx.sql()
                    .createUpdate(INSERT_CHECK)
                    .bind("reconciliation", id)
                    .bind("position", i)
                    .bind("what", check.what())
                    .bind("count", check.faultCount())
                    .bindArray(
                            "faults",
                            String.class,
                            check.faults().stream().limit(FAULTS_KEPT).toList())
                    .execute();
        }
    }

    /// Keeps the latest `kept`.
    void forget(Transaction tx, int kept) {
        tx.sql().createUpdate(FORGET).bind("kept", kept).execute();
    }

    List<ReconciliationRun> last(Transaction tx, int max) {
        Map<Long, ReconciliationRun> runs = new LinkedHashMap<>();
        tx.sql()
                .createQuery(LAST)
                .bind("max", max)
                .map((row, context) -> add(runs, row))
                .list();
        return List.copyOf(runs.values());
    }

    private static Check add(Map<Long, ReconciliationRun> runs, ResultSet row) throws SQLException {
        Check check = new Check(row.getString("what"), row.getInt("fault_count"), List.of((String[])
                row.getArray("faults").getArray()));
        long id = row.getLong("id");
        ReconciliationRun run = runs.get(id);
        if (run == null) {
            run = new ReconciliationRun(id, instant(row, "started_at"), instant(row, "ended_at"), new ArrayList<>());
            runs.put(id, run);
        }
        run.checks().add(check);
        return check;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
