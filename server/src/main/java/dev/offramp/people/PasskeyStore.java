package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `passkey` and `passkey_challenge`.
final class PasskeyStore {

    /// Does nothing when the authenticator's key is known already, whosever it is.
    private static final String INSERT = """
            INSERT INTO passkey (id, person, credential_id, public_key, signatures, name, is_syncable, is_synced,
                                 transports, created_at)
            VALUES (:id, :person, :credential, :public_key, :signatures, :name, :syncable, :synced, :transports, :now)
            ON CONFLICT ON CONSTRAINT passkey_credential DO NOTHING
            """;

    private static final String LIST = """
            SELECT id, person, name, is_synced, created_at, last_used_at
            FROM passkey
            WHERE person = :person
            ORDER BY created_at, id
            """;

    private static final String KEYS = """
            SELECT id, person, credential_id, public_key, signatures, is_syncable, is_synced, transports
            FROM passkey
            WHERE person = :person
            ORDER BY created_at, id
            """;

    /// Of somebody who may sign in; locked until the transaction ends, so that signatures are counted one by one.
    private static final String LOCK = """
            SELECT k.id, k.person, k.credential_id, k.public_key, k.signatures, k.is_syncable, k.is_synced, k.transports
            FROM passkey k JOIN person p ON p.id = k.person
            WHERE k.credential_id = :credential AND NOT p.is_disabled
            FOR UPDATE OF k
            """;

    private static final String USED = """
            UPDATE passkey SET signatures = :signatures, is_synced = :synced, last_used_at = :now WHERE id = :id
            """;

    private static final String RENAME = "UPDATE passkey SET name = :name WHERE person = :person AND id = :id";

    private static final String DELETE = "DELETE FROM passkey WHERE person = :person AND id = :id";

    private static final String DELETE_ALL = "DELETE FROM passkey WHERE person = :person";

    private static final String COUNT = "SELECT count(*) FROM passkey WHERE person = :person";

    private static final String INSERT_CHALLENGE = """
            INSERT INTO passkey_challenge (challenge, use, bound_to, expires_at)
            VALUES (:challenge, :use, :bound_to, :expires_at)
            """;

    /// Whatever it was for and whether it ran out: it is used up.
    private static final String TAKE_CHALLENGE = """
            DELETE FROM passkey_challenge WHERE challenge = :challenge RETURNING use, bound_to, expires_at
            """;

    private static final String EXPIRE_CHALLENGES = """
            DELETE FROM passkey_challenge WHERE challenge IN (
                SELECT challenge FROM passkey_challenge WHERE expires_at <= :now LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    /// A passkey as signatures are verified with it.
    ///
    /// @param publicKey attested credential data, as WebAuthn encodes it
    /// @param signatures what the authenticator counted; 0 for those that do not count
    record Key(
            PasskeyId id,
            PersonId person,
            byte[] credentialId,
            byte[] publicKey,
            long signatures,
            boolean isSyncable,
            boolean isSynced,
            List<String> transports) {}

    /// What a challenge was made for.
    record Challenge(String use, String boundTo, Instant expiresAt) {}

    /// @return whether it was inserted
    boolean insert(Transaction tx, Key key, String name, Instant now) {
        return tx.sql()
                        .createUpdate(INSERT)
                        .bind("id", key.id().toString())
                        .bind("person", key.person().toString())
                        .bind("credential", key.credentialId())
                        .bind("public_key", key.publicKey())
                        .bind("signatures", key.signatures())
                        .bind("name", name)
                        .bind("syncable", key.isSyncable())
                        .bind("synced", key.isSynced())
                        .bindArray("transports", String.class, key.transports())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    List<Passkey> list(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(LIST)
                .bind("person", person.toString())
                .map(PasskeyStore::passkey)
                .list();
    }

    List<Key> keys(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(KEYS)
                .bind("person", person.toString())
                .map(PasskeyStore::key)
                .list();
    }

    Optional<Key> lock(Transaction tx, byte[] credentialId) {
        return tx.sql()
                .createQuery(LOCK)
                .bind("credential", credentialId)
                .map(PasskeyStore::key)
                .findOne();
    }

    void used(Transaction tx, PasskeyId id, long signatures, boolean synced, Instant now) {
        tx.sql()
                .createUpdate(USED)
                .bind("id", id.toString())
                .bind("signatures", signatures)
                .bind("synced", synced)
                .bind("now", now)
                .execute();
    }

    boolean rename(Transaction tx, PersonId person, PasskeyId id, String name) {
        return tx.sql()
                        .createUpdate(RENAME)
                        .bind("person", person.toString())
                        .bind("id", id.toString())
                        .bind("name", name)
                        .execute()
                == 1;
    }

    boolean delete(Transaction tx, PersonId person, PasskeyId id) {
        return tx.sql()
                        .createUpdate(DELETE)
                        .bind("person", person.toString())
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    void deleteAll(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE_ALL).bind("person", person.toString()).execute();
    }

    int count(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(COUNT)
                .bind("person", person.toString())
                .mapTo(Integer.class)
                .one();
    }

    void insertChallenge(Transaction tx, byte[] hash, Challenge challenge) {
        tx.sql()
                .createUpdate(INSERT_CHALLENGE)
                .bind("challenge", hash)
                .bind("use", challenge.use())
                .bind("bound_to", challenge.boundTo())
                .bind("expires_at", challenge.expiresAt())
                .execute();
    }

    Optional<Challenge> takeChallenge(Transaction tx, byte[] hash) {
        return tx.sql()
                .createQuery(TAKE_CHALLENGE)
                .bind("challenge", hash)
                .map((row, context) -> new Challenge(
                        row.getString("use"), row.getString("bound_to"), PersonStore.time(row, "expires_at")))
                .findOne();
    }

    int expireChallenges(Transaction tx, Instant now, int most) {
        return tx.sql()
                .createUpdate(EXPIRE_CHALLENGES)
                .bind("now", now)
                .bind("most", most)
                .execute();
    }

    private static Passkey passkey(ResultSet row, StatementContext context) throws SQLException {
        return new Passkey(
                new PasskeyId(new ObjectId(row.getString("id"))),
                new PersonId(new ObjectId(row.getString("person"))),
                row.getString("name"),
                row.getBoolean("is_synced"),
                PersonStore.time(row, "created_at"),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Key key(ResultSet row, StatementContext context) throws SQLException {
        return new Key(
                new PasskeyId(new ObjectId(row.getString("id"))),
                new PersonId(new ObjectId(row.getString("person"))),
                row.getBytes("credential_id"),
                row.getBytes("public_key"),
                row.getLong("signatures"),
                row.getBoolean("is_syncable"),
                row.getBoolean("is_synced"),
                Arrays.asList((String[]) row.getArray("transports").getArray()));
    }
}
