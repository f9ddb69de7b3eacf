package dev.offramp.jobs;

import dev.offramp.db.JsonRows;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// SQL of the table `loop_turns`.
final class LoopStore {

    private static final String COLUMNS = """
            process, name, started_at, turns, ended_at, took_ms, failures, trouble, troubled_at, running_since,
            told_at""";

    private static final String TELL = """
            INSERT INTO loop_turns (%s)
            SELECT %s
            FROM json_to_recordset(:rows::json) AS new (
                process text, name text, started_at timestamptz, turns bigint, ended_at timestamptz, took_ms bigint,
                failures integer, trouble text, troubled_at timestamptz, running_since timestamptz,
                told_at timestamptz)
            ON CONFLICT ON CONSTRAINT loop_turns_pk DO UPDATE
            SET turns = excluded.turns, ended_at = excluded.ended_at, took_ms = excluded.took_ms,
                failures = excluded.failures, trouble = excluded.trouble, troubled_at = excluded.troubled_at,
                running_since = excluded.running_since, told_at = excluded.told_at
            """.formatted(COLUMNS, COLUMNS);

    private static final String FORGET = "DELETE FROM loop_turns WHERE told_at < :before";

    private static final String ALL = "SELECT %s FROM loop_turns ORDER BY name, process".formatted(COLUMNS);

    void tell(Transaction tx, List<LoopState> loops) {
        tx.sql()
                .createUpdate(TELL)
                .bind("rows", JsonRows.of(loops, LoopStore::fill))
                .execute();
    }

    private static void fill(JsonRows.Row row, LoopState loop) {
        row.put("process", loop.process().value())
                .put("name", loop.name())
                .put("started_at", loop.startedAt())
                .put("turns", loop.turns())
                .put("failures", loop.failures())
                .put("told_at", loop.toldAt());
        loop.last()
                .ifPresent(turn -> row.put("ended_at", turn.endedAt())
                        .put("took_ms", turn.took().toMillis()));
        loop.trouble().ifPresent(trouble -> row.put("trouble", trouble.what()).put("troubled_at", trouble.at()));
        loop.runningSince().ifPresent(since -> row.put("running_since", since));
    }

    void forget(Transaction tx, Instant before) {
        tx.sql().createUpdate(FORGET).bind("before", before).execute();
    }

    List<LoopState> all(Transaction tx) {
        return tx.sql().createQuery(ALL).map((row, context) -> loop(row)).list();
    }

    private static LoopState loop(ResultSet row) throws SQLException {
        Optional<Instant> ended = instant(row, "ended_at");
        Optional<Instant> troubled = instant(row, "troubled_at");
        Duration took = Duration.ofMillis(row.getLong("took_ms"));
        String trouble = row.getString("trouble");
        return new LoopState(
                new ObjectId(row.getString("process")),
                row.getString("name"),
                instant(row, "started_at").orElseThrow(),
                row.getLong("turns"),
                ended.map(at -> new LoopState.Turn(at, took)),
                row.getInt("failures"),
                troubled.map(at -> new LastTrouble(trouble, at)),
                instant(row, "running_since"),
                instant(row, "told_at").orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
