package dev.offramp.lists;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.statement.PreparedBatch;

/// A list of notes, to try lists on: a table of its own, and a copy of what was put into it.
final class Notes implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String TABLE = """
            CREATE TABLE note (
                id text PRIMARY KEY, integration text NOT NULL, environment text NOT NULL,
                created_at timestamptz NOT NULL, kind text NOT NULL, size bigint NOT NULL, author text,
                inserted_in xid8 NOT NULL DEFAULT pg_current_xact_id());
            CREATE INDEX note_inserted_in ON note (inserted_in);
            CREATE INDEX note_newest ON note (integration, environment, created_at, id);
            CREATE INDEX note_by_kind ON note (integration, environment, kind, created_at, id);
            INSERT INTO list_horizon (list, upto) VALUES ('note', '0')
            """;

    private static final String INSERT = """
            INSERT INTO note (id, integration, environment, created_at, kind, size, author)
            VALUES (:id, :integration, :environment, :at, :kind, :size, :author)
            """;

    record Note(String id, Instant createdAt, String kind, long size, String author) {}

    final TestDatabase test = TestDatabase.create();
    final Database db = test.database();
    final Random random = new Random(3);
    final Tenant tenant;
    final Tenant other;
    private final ObjectIds ids = new ObjectIds(new ManualClock(), random);

    final Listing<Note> list = ListedTable.of("note", ListSort.CREATED_AT, ListSort.whole("size", "size"))
            .filteredBy(
                    ListField.code("kind", "kind", "short", "long"),
                    ListField.choice("length", Map.of("any", "size >= 0", "none", "size < 0")),
                    ListField.whole("size", "size"),
                    ListField.text("author", "author"),
                    ListField.translated(
                            "sort", "kind", code -> code.equals("s") ? Optional.of("short") : Optional.empty()))
            .searchedBy(ListField.id("id", "id"), ListField.text("author", "author"))
            .checkpointed()
            .read((row, context) -> new Note(
                    row.getString("id"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("kind"),
                    row.getLong("size"),
                    row.getString("author")));

    final ListCheckpoints checkpoints = ListCheckpoints.of(db, list);

    Notes() {
        tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
        other = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
        db.run(tx -> tx.sql().createScript(TABLE).execute());
    }

    Note note(Instant at, String kind, long size) {
        return new Note(ids.next().value(), at, kind, size, "author " + size);
    }

    /// An id that no note has.
    ObjectId nobody() {
        return ids.next();
    }

    void put(Transaction tx, Tenant owner, List<Note> notes) {
        PreparedBatch batch = tx.sql().prepareBatch(INSERT);
        for (Note note : notes) {
            batch.bind("id", note.id())
                    .bind("integration", owner.integration().toString())
                    .bind("environment", owner.environment().code())
                    .bind("at", note.createdAt())
                    .bind("kind", note.kind())
                    .bind("size", note.size())
                    .bind("author", note.author())
                    .add();
        }
        batch.execute();
    }

    void put(List<Note> notes) {
        db.run(tx -> put(tx, tenant, notes));
    }

    void count() {
        while (checkpoints.runOnce()) {
            continue;
        }
    }

    Part<Note> page(ListQuery query) {
        return db.view(tx -> list.page(tx, tenant, query));
    }

    /// Newest first, the greater id first in one moment.
    static List<Note> newestFirst(List<Note> notes) {
        return notes.stream()
                .sorted(Comparator.comparing(Note::createdAt)
                        .thenComparing(Note::id)
                        .reversed())
                .toList();
    }

    @Override
    public void close() {
        test.close();
    }
}
