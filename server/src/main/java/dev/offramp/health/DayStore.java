package dev.offramp.health;

import dev.offramp.db.JsonRows;
import dev.offramp.db.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// SQL of the table `status_day`.
final class DayStore {

    private static final String ADD = """
            INSERT INTO status_day (component, day, operational, degraded, down)
            SELECT component, day,
                   coalesce(sum(seconds) FILTER (WHERE state = 'operational'), 0),
                   coalesce(sum(seconds) FILTER (WHERE state = 'degraded'), 0),
                   coalesce(sum(seconds) FILTER (WHERE state = 'down'), 0)
            FROM json_to_recordset(:rows::json) AS new (component text, day date, state text, seconds integer)
            GROUP BY component, day
            ON CONFLICT ON CONSTRAINT status_day_pk DO UPDATE
            SET operational = status_day.operational + excluded.operational,
                degraded = status_day.degraded + excluded.degraded,
                down = status_day.down + excluded.down
            """;

    private static final String SINCE = """
            SELECT component, day, operational, degraded, down FROM status_day WHERE day >= :first ORDER BY day
            """;

    private static final String FORGET = "DELETE FROM status_day WHERE day < :first";

    void add(Transaction tx, List<Seconds> booked) {
        tx.sql()
                .createUpdate(ADD)
                .bind(
                        "rows",
                        JsonRows.of(
                                booked,
                                (row, its) -> row.put("component", its.component())
                                        .put("day", its.day().toString())
                                        .put("state", its.state().code())
                                        .put("seconds", its.count())))
                .execute();
    }

    /// By component, in order; days on which nobody measured are missing.
    Map<String, List<Day>> since(Transaction tx, LocalDate first) {
        Map<String, List<Day>> days = new HashMap<>();
        tx.sql()
                .createQuery(SINCE)
                .bind("first", first)
                .map((row, context) -> days.computeIfAbsent(row.getString("component"), _ -> new ArrayList<>())
                        .add(new Day(
                                row.getObject("day", LocalDate.class),
                                row.getInt("operational"),
                                row.getInt("degraded"),
                                row.getInt("down"))))
                .list();
        return days;
    }

    void forget(Transaction tx, LocalDate first) {
        tx.sql().createUpdate(FORGET).bind("first", first).execute();
    }
}
