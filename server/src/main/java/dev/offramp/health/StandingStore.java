package dev.offramp.health;

import dev.offramp.db.JsonRows;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// SQL of the tables `status_turn` and `status_component`.
final class StandingStore {

    private static final String MEASURED_AT = "SELECT measured_at FROM status_turn";

    /// Whoever else has it measures now.
    private static final String LOCK = "SELECT measured_at FROM status_turn FOR UPDATE SKIP LOCKED";

    private static final String MOVE = "UPDATE status_turn SET measured_at = :at";

    private static final String SAVE = """
            INSERT INTO status_component (code, section, name, place, state, words, since, measured_at)
            SELECT code, section, name, place, state, words, since, measured_at
            FROM json_to_recordset(:rows::json) AS new (
                code text, section text, name text, place integer, state text, words text, since timestamptz,
                measured_at timestamptz)
            ON CONFLICT ON CONSTRAINT status_component_pk DO UPDATE
            SET section = excluded.section, name = excluded.name, place = excluded.place, state = excluded.state,
                words = excluded.words, since = excluded.since, measured_at = excluded.measured_at
            """;

    /// Those that were measured at the last turn; others there are no more.
    private static final String ALL = """
            SELECT its.code, its.section, its.name, its.state, its.words, its.since, its.measured_at
            FROM status_component AS its JOIN status_turn AS turn ON turn.measured_at = its.measured_at
            ORDER BY its.place
            """;

    /// The last turn, if there was one.
    record Turn(Optional<Instant> last) {}

    Turn turn(Transaction tx) {
        return tx.sql()
                .createQuery(MEASURED_AT)
                .map((row, context) -> new Turn(instant(row, "measured_at")))
                .one();
    }

    /// Empty while somebody else measures.
    Optional<Turn> lock(Transaction tx) {
        return tx.sql()
                .createQuery(LOCK)
                .map((row, context) -> new Turn(instant(row, "measured_at")))
                .findOne();
    }

    void move(Transaction tx, Instant at) {
        tx.sql().createUpdate(MOVE).bind("at", at).execute();
    }

    /// @param standings in the order in which they are shown
    void save(Transaction tx, List<Standing> standings) {
        tx.sql()
                .createUpdate(SAVE)
                .bind("rows", JsonRows.of(standings, (row, its) -> fill(row, its, standings.indexOf(its))))
                .execute();
    }

    private static void fill(JsonRows.Row row, Standing standing, int place) {
        row.put("code", standing.component().code())
                .put("section", standing.component().section().code())
                .put("name", standing.component().name())
                .put("place", place)
                .put("state", standing.state().code())
                .put("words", standing.words())
                .put("since", standing.since())
                .put("measured_at", standing.measuredAt());
    }

    List<Standing> all(Transaction tx) {
        return tx.sql().createQuery(ALL).map((row, context) -> standing(row)).list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new Component(row.getString("code"), Section.ofCode(row.getString("section")), row.getString("name")),
                State.ofCode(row.getString("state")),
                row.getString("words"),
                instant(row, "since").orElseThrow(),
                instant(row, "measured_at").orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
