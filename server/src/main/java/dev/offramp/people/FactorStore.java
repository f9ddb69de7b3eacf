package dev.offramp.people;

import dev.offramp.db.Transaction;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// SQL of `totp` and `recovery_code`.
final class FactorStore {

    private static final String OFFER = """
            INSERT INTO totp (person, is_confirmed, secret, last_step) VALUES (:person, false, :secret, 0)
            ON CONFLICT ON CONSTRAINT totp_pk DO UPDATE SET secret = excluded.secret, last_step = 0
            """;

    private static final String SECRET = """
            SELECT secret FROM totp WHERE person = :person AND is_confirmed = :confirmed
            """;

    private static final String DELETE = """
            DELETE FROM totp WHERE person = :person AND is_confirmed
            """;

    /// The code that confirms it is used up by that.
    private static final String CONFIRM = """
            UPDATE totp SET is_confirmed = true, last_step = :step WHERE person = :person AND NOT is_confirmed
            """;

    /// Of two that use one code at once, the second waits for the row and then finds it used.
    private static final String USE = """
            UPDATE totp SET last_step = :step WHERE person = :person AND is_confirmed AND last_step < :step
            """;

    private static final String INSERT_CODE = "INSERT INTO recovery_code (person, code_hash) VALUES (:person, :hash)";

    private static final String DELETE_CODES = "DELETE FROM recovery_code WHERE person = :person";

    private static final String USE_CODE = """
            DELETE FROM recovery_code WHERE person = :person AND code_hash = :hash
            """;

    private static final String COUNT_CODES = "SELECT count(*) FROM recovery_code WHERE person = :person";

    void offer(Transaction tx, PersonId person, byte[] sealed) {
        tx.sql()
                .createUpdate(OFFER)
                .bind("person", person.toString())
                .bind("secret", sealed)
                .execute();
    }

    Optional<byte[]> secret(Transaction tx, PersonId person, boolean confirmed) {
        return tx.sql()
                .createQuery(SECRET)
                .bind("person", person.toString())
                .bind("confirmed", confirmed)
                .mapTo(byte[].class)
                .findOne();
    }

    boolean delete(Transaction tx, PersonId person) {
        return tx.sql().createUpdate(DELETE).bind("person", person.toString()).execute() == 1;
    }

    /// In the place of the one that counted so far.
    void confirm(Transaction tx, PersonId person, long step) {
        delete(tx, person);
        tx.sql()
                .createUpdate(CONFIRM)
                .bind("person", person.toString())
                .bind("step", step)
                .execute();
    }

    /// @return whether no code of that step or a later one was used before
    boolean use(Transaction tx, PersonId person, long step) {
        return tx.sql()
                        .createUpdate(USE)
                        .bind("person", person.toString())
                        .bind("step", step)
                        .execute()
                == 1;
    }

    void insertCodes(Transaction tx, PersonId person, List<byte[]> hashes) {
        PreparedBatch batch = tx.sql().prepareBatch(INSERT_CODE);
        hashes.forEach(hash ->
                batch.bind("person", person.toString()).bind("hash", hash).add());
        batch.execute();
    }

    void deleteCodes(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE_CODES).bind("person", person.toString()).execute();
    }

    /// @return whether there was such a code
    boolean useCode(Transaction tx, PersonId person, byte[] hash) {
        return tx.sql()
                        .createUpdate(USE_CODE)
                        .bind("person", person.toString())
                        .bind("hash", hash)
                        .execute()
                == 1;
    }

    int countCodes(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(COUNT_CODES)
                .bind("person", person.toString())
                .mapTo(Integer.class)
                .one();
    }
}
