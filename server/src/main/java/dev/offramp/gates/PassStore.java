package dev.offramp.gates;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the table `gate_pass`.
final class PassStore {

    private static final String UNTIL = """
            SELECT until FROM gate_pass
            WHERE integration = :integration AND environment = :environment AND kind = :kind AND name = :name
            """;

    private static final String INSERT = """
            INSERT INTO gate_pass (id, integration, environment, kind, name, until)
            VALUES (:id, :integration, :environment, :kind, :name, :until)
            ON CONFLICT ON CONSTRAINT gate_pass_name DO NOTHING
            """;

    /// An old pass that is just being ended by its effect is locked; nobody waits for that here.
    private static final String REPLACE = """
            UPDATE gate_pass SET id = :id, until = :until
            WHERE id = (
                SELECT id FROM gate_pass
                WHERE integration = :integration AND environment = :environment AND kind = :kind AND name = :name
                    AND until <= :now
                FOR UPDATE SKIP LOCKED)
            """;

    private static final String REMOVE = "DELETE FROM gate_pass WHERE id = :id";

    private static final String EXPIRED = """
            SELECT id FROM gate_pass WHERE until <= :now ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
            """;

    private static final String REMOVE_ALL = "DELETE FROM gate_pass WHERE id = ANY(:ids)";

    /// When the gate's pass runs out.
    Optional<Instant> until(Transaction tx, GateName name) {
        return of(tx.sql().createQuery(UNTIL), name).mapTo(Instant.class).findOne();
    }

    /// @return false when another one has been given meanwhile
    boolean insert(Transaction tx, GateName name, ObjectId id, Instant until) {
        return of(tx.sql().createUpdate(INSERT), name)
                        .bind("id", id.value())
                        .bind("until", until)
                        .execute()
                == 1;
    }

    /// Puts a new pass in the place of one that has run out by `now`.
    boolean replace(Transaction tx, GateName name, ObjectId id, Instant now, Instant until) {
        return of(tx.sql().createUpdate(REPLACE), name)
                        .bind("id", id.value())
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    /// @return whether it was still there
    boolean remove(Transaction tx, ObjectId id) {
        return tx.sql().createUpdate(REMOVE).bind("id", id.value()).execute() == 1;
    }

    /// @return how many were removed
    int removeExpired(Transaction tx, Instant now, int most) {
        List<String> ids = tx.sql()
                .createQuery(EXPIRED)
                .bind("now", now)
                .bind("most", most)
                .mapTo(String.class)
                .list();
        if (!ids.isEmpty()) {
            tx.sql()
                    .createUpdate(REMOVE_ALL)
                    .bindArray("ids", String.class, ids)
                    .execute();
        }
        return ids.size();
    }

    private static <S extends SqlStatement<S>> S of(S statement, GateName name) {
        return statement
                .bind("integration", name.tenant().integration().toString())
                .bind("environment", name.tenant().environment().code())
                .bind("kind", name.kind().code())
                .bind("name", name.value());
    }
}
