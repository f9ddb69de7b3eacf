package dev.offramp.drafts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the tables `draft` and `spent_form`.
final class DraftStore {

    /// The open draft of this kind keeps its id whatever is typed into it.
    private static final String KEEP = """
            INSERT INTO draft (id, person, integration, environment, kind, turn, fields, contents, updated_at)
            VALUES (:id, :person, :integration, :environment, :kind, 1, :fields, :contents, :now)
            ON CONFLICT (person, integration, environment, kind) WHERE done_at IS NULL
            DO UPDATE SET turn = draft.turn + 1, fields = excluded.fields, contents = excluded.contents,
                updated_at = excluded.updated_at
            RETURNING *
            """;

    /// Nothing is begun anew by what was typed into a form that was sent since.
    private static final String KEEP_TYPED = """
            INSERT INTO draft (id, person, integration, environment, kind, turn, fields, contents, updated_at)
            SELECT :id, :person, :integration, :environment, :kind, 0, :fields, :contents, :now
            WHERE :turn = 0 OR EXISTS (
                SELECT 1 FROM draft
                WHERE person = :person AND integration = :integration AND environment = :environment AND kind = :kind
                    AND done_at IS NULL)
            ON CONFLICT (person, integration, environment, kind) WHERE done_at IS NULL
            DO UPDATE SET fields = excluded.fields, contents = excluded.contents, updated_at = excluded.updated_at
            WHERE draft.turn = :turn
            """;

    private static final String OPEN = """
            SELECT * FROM draft
            WHERE person = :person AND integration = :integration AND environment = :environment AND done_at IS NULL
            ORDER BY updated_at DESC, id
            """;

    private static final String FIND = """
            SELECT * FROM draft
            WHERE id = :id AND person = :person AND integration = :integration AND environment = :environment
            """;

    private static final String LOCK = """
            SELECT * FROM draft
            WHERE id = :id AND person = :person AND integration = :integration AND environment = :environment
            FOR UPDATE
            """;

    private static final String DONE = """
            UPDATE draft SET done_at = :now, done_as = :as WHERE id = :id AND done_at IS NULL
            """;

    private static final String DISCARD = """
            DELETE FROM draft
            WHERE id = :id AND person = :person AND integration = :integration AND environment = :environment
                AND done_at IS NULL
            """;

    private static final String DELETE_DONE = """
            DELETE FROM draft
            WHERE person = :person AND integration = :integration AND environment = :environment AND done_at < :before
            """;

    private static final String SPEND = """
            INSERT INTO spent_form (person, key, spent_at) VALUES (:person, :key, :now)
            ON CONFLICT ON CONSTRAINT spent_form_pk DO NOTHING
            """;

    private static final String FORGET_SPENT = """
            DELETE FROM spent_form WHERE person = :person AND spent_at < :before
            """;

    Draft keep(Transaction tx, Draft draft) {
        return with(tx.sql().createQuery(KEEP), draft).map(DraftStore::draft).one();
    }

    /// @param draft its turn is the one in which it was typed
    /// @return whether its form was not sent since
    boolean keepTyped(Transaction tx, Draft draft) {
        return with(tx.sql().createUpdate(KEEP_TYPED), draft)
                        .bind("turn", draft.turn())
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S with(S statement, Draft draft) {
        List<String> fields = List.copyOf(draft.typed().keySet());
        return of(statement, draft.owner())
                .bind("id", draft.id().toString())
                .bind("kind", draft.kind().code())
                .bindArray("fields", String.class, fields)
                .bindArray(
                        "contents",
                        String.class,
                        fields.stream().map(draft::typed).toList())
                .bind("now", draft.updatedAt());
    }

    List<Draft> open(Transaction tx, DraftOwner owner) {
        return of(tx.sql().createQuery(OPEN), owner).map(DraftStore::draft).list();
    }

    Optional<Draft> find(Transaction tx, DraftOwner owner, DraftId id) {
        return of(tx.sql().createQuery(FIND), owner)
                .bind("id", id.toString())
                .map(DraftStore::draft)
                .findOne();
    }

    Optional<Draft> lock(Transaction tx, DraftOwner owner, DraftId id) {
        return of(tx.sql().createQuery(LOCK), owner)
                .bind("id", id.toString())
                .map(DraftStore::draft)
                .findOne();
    }

    boolean done(Transaction tx, DraftId id, String as, Instant now) {
        return tx.sql()
                        .createUpdate(DONE)
                        .bind("id", id.toString())
                        .bind("as", as)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    boolean discard(Transaction tx, DraftOwner owner, DraftId id) {
        return of(tx.sql().createUpdate(DISCARD), owner)
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    void deleteDone(Transaction tx, DraftOwner owner, Instant before) {
        of(tx.sql().createUpdate(DELETE_DONE), owner).bind("before", before).execute();
    }

    /// @return whether it is the first time
    boolean spend(Transaction tx, DraftOwner owner, ObjectId key, Instant now) {
        return tx.sql()
                        .createUpdate(SPEND)
                        .bind("person", owner.person().value())
                        .bind("key", key.value())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void forgetSpent(Transaction tx, DraftOwner owner, Instant before) {
        tx.sql()
                .createUpdate(FORGET_SPENT)
                .bind("person", owner.person().value())
                .bind("before", before)
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(S statement, DraftOwner owner) {
        return statement
                .bind("person", owner.person().value())
                .bind("integration", owner.tenant().integration().toString())
                .bind("environment", owner.tenant().environment().code());
    }

    private static Draft draft(ResultSet row, StatementContext context) throws SQLException {
        Tenant tenant = new Tenant(
                new IntegrationId(new ObjectId(row.getString("integration"))),
                Environment.parse(row.getString("environment")).orElseThrow());
        return new Draft(
                new DraftId(new ObjectId(row.getString("id"))),
                new DraftOwner(new ObjectId(row.getString("person")), tenant),
                DraftKind.of(row.getString("kind")),
                row.getInt("turn"),
                typed(row),
                state(row),
                instant(row, "updated_at").orElseThrow());
    }

    private static Map<String, String> typed(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] contents = (String[]) row.getArray("contents").getArray();
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            typed.put(fields[i], contents[i]);
        }
        return typed;
    }

    private static Draft.State state(ResultSet row) throws SQLException {
        String as = row.getString("done_as");
        return instant(row, "done_at")
                .<Draft.State>map(at -> new Draft.State.Done(at, as))
                .orElseGet(Draft.State.Open::new);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
