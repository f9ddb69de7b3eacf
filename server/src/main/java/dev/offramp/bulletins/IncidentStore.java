package dev.offramp.bulletins;

import dev.offramp.bulletins.StatusIncident.Update;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// SQL of the tables `status_incident` and `status_update`.
final class IncidentStore {

    private static final String INSERT = """
            INSERT INTO status_incident (id, title, components, watches, began_at)
            VALUES (:id, :title, :components, :watches, :began)
            """;

    private static final String SAY = """
            INSERT INTO status_update (incident, number, stage, text, at)
            SELECT :incident, coalesce(max(number), 0) + 1, :stage, :text, :at
            FROM status_update WHERE incident = :incident
            """;

    /// Never before it began, whatever a clock says.
    private static final String RESOLVE = """
            UPDATE status_incident SET resolved_at = greatest(:at, began_at) WHERE id = :incident
            """;

    private static final String LOCK = "SELECT id FROM status_incident WHERE id = :incident FOR UPDATE";

    private static final String WAS_WATCHED = """
            SELECT EXISTS (SELECT FROM status_incident WHERE watches = :component AND began_at = :began)
            """;

    private static final String READ = """
            SELECT its.id, its.title, its.components, its.watches, its.began_at, its.resolved_at,
                   said.number, said.stage, said.text, said.at
            FROM (%s) AS its
            JOIN status_update AS said ON said.incident = its.id
            ORDER BY its.began_at DESC, its.id DESC, said.number
            """;

    private static final String ONE = READ.formatted("SELECT * FROM status_incident WHERE id = :incident");

    private static final String OPEN = READ.formatted("SELECT * FROM status_incident WHERE resolved_at IS NULL");

    private static final String LAST =
            READ.formatted("SELECT * FROM status_incident ORDER BY began_at DESC, id DESC LIMIT :max");

    void insert(Transaction tx, IncidentId id, NewIncident incident) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", id.toString())
                .bind("title", incident.title())
                .bindArray("components", String.class, incident.components())
                .bind("watches", incident.watches().orElse(null))
                .bind("began", incident.beganAt())
                .execute();
    }

    void say(Transaction tx, IncidentId incident, Stage stage, String text, Instant at) {
        tx.sql()
                .createUpdate(SAY)
                .bind("incident", incident.toString())
                .bind("stage", stage.code())
                .bind("text", text)
                .bind("at", at)
                .execute();
    }

    void resolve(Transaction tx, IncidentId incident, Instant at) {
        tx.sql()
                .createUpdate(RESOLVE)
                .bind("incident", incident.toString())
                .bind("at", at)
                .execute();
    }

    void lock(Transaction tx, IncidentId incident) {
        tx.sql()
                .createQuery(LOCK)
                .bind("incident", incident.toString())
                .mapTo(String.class)
                .findOne();
    }

    /// Whether there was one for this component being down since that moment.
    boolean wasWatched(Transaction tx, String component, Instant began) {
        return tx.sql()
                .createQuery(WAS_WATCHED)
                .bind("component", component)
                .bind("began", began)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<StatusIncident> find(Transaction tx, IncidentId incident) {
        return read(tx.sql().createQuery(ONE).bind("incident", incident.toString())).stream()
                .findFirst();
    }

    List<StatusIncident> open(Transaction tx) {
        return read(tx.sql().createQuery(OPEN));
    }

    List<StatusIncident> last(Transaction tx, int max) {
        return read(tx.sql().createQuery(LAST).bind("max", max));
    }

    private static List<StatusIncident> read(Query query) {
        Map<String, StatusIncident> bare = new LinkedHashMap<>();
        Map<String, List<Update>> said = new LinkedHashMap<>();
        query.map((row, context) -> {
                    String id = row.getString("id");
                    if (!bare.containsKey(id)) {
                        bare.put(id, incident(row));
                    }
                    return said.computeIfAbsent(id, _ -> new ArrayList<>()).add(update(row));
                })
                .list();
        return bare.entrySet().stream()
                .map(one -> with(one.getValue(), said.get(one.getKey())))
                .toList();
    }

    private static StatusIncident with(StatusIncident its, List<Update> updates) {
        return new StatusIncident(
                its.id(), its.title(), its.components(), its.watches(), its.beganAt(), its.resolvedAt(), updates);
    }

    private static StatusIncident incident(ResultSet row) throws SQLException {
        return new StatusIncident(
                new IncidentId(new ObjectId(row.getString("id"))),
                row.getString("title"),
                List.of((String[]) row.getArray("components").getArray()),
                Optional.ofNullable(row.getString("watches")),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("resolved_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                List.of());
    }

    private static Update update(ResultSet row) throws SQLException {
        return new Update(
                row.getInt("number"),
                Stage.parse(row.getString("stage")).orElseThrow(),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
