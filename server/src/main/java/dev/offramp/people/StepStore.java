package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.Optional;

/// SQL of `sign_in_step`.
final class StepStore {

    private static final String INSERT = """
            INSERT INTO sign_in_step (token_hash, person, session, tries, expires_at)
            VALUES (:hash, :person, :session, 0, :expires_at)
            """;

    private static final String FIND = """
            SELECT person, session, expires_at FROM sign_in_step
            WHERE token_hash = :hash AND expires_at > :now AND tries < :most
            """;

    /// Locked until the transaction ends: tries of one step come one after the other.
    private static final String LOCK = """
            SELECT person, session, expires_at FROM sign_in_step
            WHERE token_hash = :hash AND expires_at > :now AND tries < :most
            FOR UPDATE
            """;

    private static final String TRIED = "UPDATE sign_in_step SET tries = tries + 1 WHERE token_hash = :hash";

    private static final String DELETE = "DELETE FROM sign_in_step WHERE token_hash = :hash";

    private static final String DELETE_ALL = "DELETE FROM sign_in_step WHERE person = :person";

    private static final String EXPIRE = """
            DELETE FROM sign_in_step WHERE token_hash IN (
                SELECT token_hash FROM sign_in_step WHERE expires_at <= :now LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    /// Somebody half signed in.
    ///
    /// @param session the one that is being confirmed; empty for a new one
    record Step(PersonId person, Optional<SessionId> session, Instant expiresAt) {}

    void insert(Transaction tx, Step step, byte[] hash) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("hash", hash)
                .bind("person", step.person().toString())
                .bind("session", step.session().map(SessionId::toString))
                .bind("expires_at", step.expiresAt())
                .execute();
    }

    Optional<Step> find(Transaction tx, byte[] hash, Instant now, int mostTries) {
        return step(tx, FIND, hash, now, mostTries);
    }

    Optional<Step> lock(Transaction tx, byte[] hash, Instant now, int mostTries) {
        return step(tx, LOCK, hash, now, mostTries);
    }

    private static Optional<Step> step(Transaction tx, String sql, byte[] hash, Instant now, int mostTries) {
        return tx.sql()
                .createQuery(sql)
                .bind("hash", hash)
                .bind("now", now)
                .bind("most", mostTries)
                .map((row, context) -> new Step(
                        new PersonId(new ObjectId(row.getString("person"))),
                        Optional.ofNullable(row.getString("session"))
                                .map(ObjectId::new)
                                .map(SessionId::new),
                        PersonStore.time(row, "expires_at")))
                .findOne();
    }

    void tried(Transaction tx, byte[] hash) {
        tx.sql().createUpdate(TRIED).bind("hash", hash).execute();
    }

    void delete(Transaction tx, byte[] hash) {
        tx.sql().createUpdate(DELETE).bind("hash", hash).execute();
    }

    void deleteAll(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE_ALL).bind("person", person.toString()).execute();
    }

    int expire(Transaction tx, Instant now, int most) {
        return tx.sql().createUpdate(EXPIRE).bind("now", now).bind("most", most).execute();
    }
}
