package dev.offramp.people;

import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.Optional;

/// SQL of `address_change`.
final class AddressChangeStore {

    private static final String PUT = """
            INSERT INTO address_change (person, email, token_hash, expires_at)
            VALUES (:person, :email, :hash, :expires_at)
            ON CONFLICT ON CONSTRAINT address_change_pk DO UPDATE
            SET email = excluded.email, token_hash = excluded.token_hash, expires_at = excluded.expires_at
            """;

    private static final String FIND = """
            SELECT email FROM address_change WHERE person = :person AND token_hash = :hash AND expires_at > :now
            """;

    private static final String TAKE = """
            DELETE FROM address_change WHERE person = :person AND token_hash = :hash AND expires_at > :now
            RETURNING email
            """;

    private static final String DELETE = "DELETE FROM address_change WHERE person = :person";

    private static final String EXPIRE = """
            DELETE FROM address_change
            WHERE person IN (SELECT person FROM address_change WHERE expires_at <= :now LIMIT :most)
                AND expires_at <= :now
            """;

    void put(Transaction tx, PersonId person, Email email, byte[] hash, Instant expiresAt) {
        tx.sql()
                .createUpdate(PUT)
                .bind("person", person.toString())
                .bind("email", email.text())
                .bind("hash", hash)
                .bind("expires_at", expiresAt)
                .execute();
    }

    Optional<Email> find(Transaction tx, PersonId person, byte[] hash, Instant now) {
        return email(tx, FIND, person, hash, now);
    }

    Optional<Email> take(Transaction tx, PersonId person, byte[] hash, Instant now) {
        return email(tx, TAKE, person, hash, now);
    }

    private static Optional<Email> email(Transaction tx, String sql, PersonId person, byte[] hash, Instant now) {
        return tx.sql()
                .createQuery(sql)
                .bind("person", person.toString())
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> new Email(row.getString("email")))
                .findOne();
    }

    void delete(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE).bind("person", person.toString()).execute();
    }

    int expire(Transaction tx, Instant now, int most) {
        return tx.sql().createUpdate(EXPIRE).bind("now", now).bind("most", most).execute();
    }
}
