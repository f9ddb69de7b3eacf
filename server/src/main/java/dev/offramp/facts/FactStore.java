package dev.offramp.facts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/// SQL of the outbox: `fact_inbox` (written, not yet numbered), `fact` (numbered, append-only), `fact_reader`.
final class FactStore {

    private static final String INSERT = """
            INSERT INTO fact_inbox (id, kind, integration, environment, subject, sequence, at, sealed_snapshot)
            SELECT id, kind, integration, environment, subject, sequence, at, decode(snapshot, 'hex')
            FROM unnest(:ids, :kinds, :integrations, :environments, :subjects, :sequences, :times, :snapshots)
                WITH ORDINALITY
                AS new (id, kind, integration, environment, subject, sequence, at, snapshot, place)
            ORDER BY place
            """;

    /// A statement of its own before [#NUMBER], so that the latter sees all that the last sequencer committed.
    private static final String LOCK_SEQUENCER = """
            SELECT last_position FROM fact_sequencer FOR UPDATE SKIP LOCKED
            """;

    private static final String WAITING = "SELECT arrival FROM fact_inbox ORDER BY arrival LIMIT :max";

    /// By the values of the index, not by a subquery: of a table that is emptied all the time the planner knows
    /// nothing and would read all that vacuum has yet to clear.
    private static final String NUMBER = """
            WITH taken AS (
                DELETE FROM fact_inbox WHERE arrival = ANY(:arrivals) RETURNING *
            )
            INSERT INTO fact (
                position, id, kind, integration, environment, subject, sequence, at, sealed_snapshot, request_id)
            SELECT :last + row_number() OVER (ORDER BY arrival),
                   id, kind, integration, environment, subject, sequence, at, sealed_snapshot, request_id
            FROM taken
            """;

    private static final String MOVE_SEQUENCER = "UPDATE fact_sequencer SET last_position = :last";

    private static final String ENSURE_READER = """
            INSERT INTO fact_reader (name, position) VALUES (:name, 0) ON CONFLICT DO NOTHING
            """;

    private static final String JOIN_NOW = """
            INSERT INTO fact_reader (name, position) SELECT :name, last_position FROM fact_sequencer
            ON CONFLICT DO NOTHING
            """;

    private static final String LEAVE = "DELETE FROM fact_reader WHERE name = :name";

    private static final String LOCK_CURSOR = """
            SELECT position FROM fact_reader WHERE name = :name FOR UPDATE SKIP LOCKED
            """;

    private static final String READER_EXISTS = "SELECT count(*) FROM fact_reader WHERE name = :name";

    private static final String LAST_POSITION = "SELECT last_position FROM fact_sequencer";

    /// What happens later to something that a request has made goes back to that request.
    private static final String READ = """
            SELECT position, id, kind, integration, environment, subject, sequence, at, sealed_snapshot,
                   CASE WHEN sequence = 1 OR request_id IS NOT NULL THEN request_id
                        ELSE (SELECT made.request_id FROM fact AS made
                              WHERE made.subject = fact.subject AND made.sequence = 1) END AS request_id
            FROM fact
            WHERE position > :after AND position <= :last AND kind = ANY(:kinds)
            ORDER BY position
            LIMIT :max
            """;

    private static final String LAST_OF = """
            SELECT position, id, kind, integration, environment, subject, sequence, at, sealed_snapshot, request_id
            FROM fact
            WHERE subject = :subject AND kind = :kind
            ORDER BY sequence DESC
            LIMIT 1
            """;

    private static final String KINDS_BEFORE = """
            SELECT later.position, before.kind
            FROM unnest(:positions, :subjects, :sequences) AS later (position, subject, sequence)
                JOIN fact AS before ON before.subject = later.subject AND before.sequence = later.sequence - 1
            """;

    private static final String ABOUT = """
            SELECT position, id, kind, integration, environment, subject, sequence, at, sealed_snapshot, request_id
            FROM fact
            WHERE subject = ANY(:subjects)
            ORDER BY subject, sequence
            """;

    private static final String MOVE_CURSOR = "UPDATE fact_reader SET position = :position WHERE name = :name";

    private final ServerKey key;

    FactStore(ServerKey key) {
        this.key = key;
    }

    void insert(Transaction tx, List<NewFact> facts, ObjectIds ids, Snapshots snapshots) {
        Update insert = tx.sql().createUpdate(INSERT);
        List<String> factIds = new ArrayList<>();
        List<String> sealed = new ArrayList<>();
        for (NewFact fact : facts) {
            String id = ids.next().value();
            factIds.add(id);
            sealed.add(seal(id, snapshots.write(fact.body())));
        }
        insert.bindArray("ids", String.class, factIds).bindArray("snapshots", String.class, sealed);
        text(insert, "kinds", facts, fact -> fact.body().getClass().getSimpleName());
        text(insert, "integrations", facts, fact -> fact.tenant().integration().toString());
        text(insert, "environments", facts, fact -> fact.tenant().environment().code());
        text(insert, "subjects", facts, fact -> fact.subject().value());
        insert.bindArray(
                        "sequences",
                        Integer.class,
                        facts.stream().map(NewFact::sequence).toList())
                .bindArray(
                        "times", Instant.class, facts.stream().map(NewFact::at).toList())
                .execute();
    }

    /// As hexadecimal text, which the statement decodes: the driver takes no list of bytes.
    private String seal(String id, String snapshot) {
        return HexFormat.of().formatHex(key.sealRow(Purpose.FACT, id, snapshot.getBytes(StandardCharsets.UTF_8)));
    }

    private String open(ResultSet row) throws SQLException {
        byte[] snapshot = key.openRow(Purpose.FACT, row.getString("id"), row.getBytes("sealed_snapshot"));
        return new String(snapshot, StandardCharsets.UTF_8);
    }

    private static void text(Update insert, String column, List<NewFact> facts, Function<NewFact, String> value) {
        insert.bindArray(column, String.class, facts.stream().map(value).toList());
    }

    /// Numbers up to `max` facts, one process at a time.
    int sequence(Transaction tx, int max) {
        Optional<Long> last =
                tx.sql().createQuery(LOCK_SEQUENCER).mapTo(Long.class).findOne();
        if (last.isEmpty()) {
            return 0;
        }
        List<Long> arrivals =
                tx.sql().createQuery(WAITING).bind("max", max).mapTo(Long.class).list();
        if (!arrivals.isEmpty()) {
            tx.sql()
                    .createUpdate(NUMBER)
                    .bindArray("arrivals", Long.class, arrivals)
                    .bind("last", last.get())
                    .execute();
            tx.sql()
                    .createUpdate(MOVE_SEQUENCER)
                    .bind("last", last.get() + arrivals.size())
                    .execute();
        }
        return arrivals.size();
    }

    void joinNow(Transaction tx, String reader) {
        tx.sql().createUpdate(JOIN_NOW).bind("name", reader).execute();
    }

    void leave(Transaction tx, String reader) {
        tx.sql().createUpdate(LEAVE).bind("name", reader).execute();
    }

    /// The reader's cursor, locked; empty when another process holds it.
    Optional<Long> lockCursor(Transaction tx, String reader) {
        if (tx.sql()
                        .createQuery(READER_EXISTS)
                        .bind("name", reader)
                        .mapTo(Long.class)
                        .one()
                == 0) {
            tx.sql().createUpdate(ENSURE_READER).bind("name", reader).execute();
        }
        return tx.sql()
                .createQuery(LOCK_CURSOR)
                .bind("name", reader)
                .mapTo(Long.class)
                .findOne();
    }

    long lastPosition(Transaction tx) {
        return tx.sql().createQuery(LAST_POSITION).mapTo(Long.class).one();
    }

    List<Fact> read(Transaction tx, long after, long last, List<String> kinds, int max) {
        return tx.sql()
                .createQuery(READ)
                .bind("after", after)
                .bind("last", last)
                .bindArray("kinds", String.class, kinds)
                .bind("max", max)
                .map(this::fact)
                .list();
    }

    Optional<Fact> lastOf(Transaction tx, ObjectId subject, String kind) {
        return tx.sql()
                .createQuery(LAST_OF)
                .bind("subject", subject.value())
                .bind("kind", kind)
                .map(this::fact)
                .findOne();
    }

    Map<Long, String> kindsBefore(Transaction tx, List<Fact> facts) {
        List<Fact> later = facts.stream().filter(fact -> fact.sequence() > 1).toList();
        Map<Long, String> kinds = new HashMap<>();
        if (!later.isEmpty()) {
            tx.sql()
                    .createQuery(KINDS_BEFORE)
                    .bindArray(
                            "positions",
                            Long.class,
                            later.stream().map(Fact::position).toList())
                    .bindArray(
                            "subjects",
                            String.class,
                            later.stream().map(fact -> fact.subject().value()).toList())
                    .bindArray(
                            "sequences",
                            Integer.class,
                            later.stream().map(Fact::sequence).toList())
                    .map((row, context) -> kinds.put(row.getLong("position"), row.getString("kind")))
                    .list();
        }
        return kinds;
    }

    List<Fact> about(Transaction tx, Collection<ObjectId> subjects) {
        return tx.sql()
                .createQuery(ABOUT)
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(ObjectId::value).toList())
                .map(this::fact)
                .list();
    }

    void moveCursor(Transaction tx, String reader, long position) {
        tx.sql()
                .createUpdate(MOVE_CURSOR)
                .bind("position", position)
                .bind("name", reader)
                .execute();
    }

    private Fact fact(ResultSet row, StatementContext context) throws SQLException {
        return new Fact(
                row.getLong("position"),
                new ObjectId(row.getString("id")),
                row.getString("kind"),
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                new ObjectId(row.getString("subject")),
                row.getInt("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                open(row),
                Optional.ofNullable(row.getString("request_id")));
    }
}
