package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `session` and `device`.
final class SessionStore {

    private static final String INSERT = """
            INSERT INTO session (id, token_hash, person, created_at, last_seen_at, fresh_until, address, user_agent)
            VALUES (:id, :hash, :person, :now, :now, :fresh_until, :address, :user_agent)
            """;

    /// With whose it is, if it is open and they may sign in.
    private static final String FIND = """
            SELECT s.id AS session_id, s.person, s.created_at AS session_created_at, s.last_seen_at, s.fresh_until,
                   s.address, s.user_agent,
                   p.id, p.email, p.name, p.must_change_password, p.is_operator, p.is_disabled, p.has_second_factor,
                   p.created_at
            FROM session s JOIN known_person p ON p.id = s.person
            WHERE s.token_hash = :hash AND s.last_seen_at > :seen_after AND s.created_at > :created_after
              AND NOT p.is_disabled
            """;

    private static final String LIST = """
            SELECT s.id AS session_id, s.person, s.created_at AS session_created_at, s.last_seen_at, s.fresh_until,
                   s.address, s.user_agent
            FROM session s
            WHERE s.person = :person AND s.last_seen_at > :seen_after AND s.created_at > :created_after
            ORDER BY s.last_seen_at DESC, s.id
            """;

    private static final String SEEN = """
            UPDATE session SET last_seen_at = :now WHERE id = :id AND last_seen_at <= :minute_ago
            """;

    /// Nothing when the session is over.
    private static final String RENEW = """
            UPDATE session AS s SET token_hash = :hash, fresh_until = greatest(s.fresh_until, :fresh_until)
            WHERE s.id = :id
            RETURNING s.id AS session_id, s.person, s.created_at AS session_created_at, s.last_seen_at, s.fresh_until,
                      s.address, s.user_agent
            """;

    private static final String DELETE = "DELETE FROM session WHERE person = :person AND id = :id";

    private static final String DELETE_OTHERS = "DELETE FROM session WHERE person = :person AND id <> :kept";

    private static final String DELETE_ALL = "DELETE FROM session WHERE person = :person";

    private static final String EXPIRE = """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session
                WHERE last_seen_at <= :seen_after OR created_at <= :created_after
                LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    private static final String INSERT_DEVICE = """
            INSERT INTO device (token_hash, person, last_used_at) VALUES (:hash, :person, :now)
            """;

    private static final String KNOWS_DEVICE = """
            SELECT EXISTS (SELECT FROM device
                           WHERE token_hash = :hash AND person = :person AND last_used_at > :used_after)
            """;

    private static final String KNOWS_DEVICE_OF_ANYBODY = """
            SELECT EXISTS (SELECT FROM device WHERE token_hash = :hash AND last_used_at > :used_after)
            """;

    private static final String HAS_DEVICES = "SELECT EXISTS (SELECT FROM device WHERE person = :person)";

    private static final String DELETE_DEVICE = "DELETE FROM device WHERE token_hash = :hash AND person = :person";

    private static final String DELETE_DEVICES = "DELETE FROM device WHERE person = :person";

    private static final String EXPIRE_DEVICES = """
            DELETE FROM device WHERE token_hash IN (
                SELECT token_hash FROM device WHERE last_used_at <= :used_after LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    /// The moments before which a session is over.
    record Horizon(Instant seenAfter, Instant createdAfter) {}

    void insert(Transaction tx, Session session, byte[] hash) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", session.id().toString())
                .bind("hash", hash)
                .bind("person", session.person().toString())
                .bind("now", session.createdAt())
                .bind("fresh_until", session.freshUntil())
                .bind("address", session.address())
                .bind("user_agent", session.userAgent())
                .execute();
    }

    Optional<Presence> find(Transaction tx, byte[] hash, Horizon horizon) {
        return tx.sql()
                .createQuery(FIND)
                .bind("hash", hash)
                .bind("seen_after", horizon.seenAfter())
                .bind("created_after", horizon.createdAfter())
                .map((row, context) -> new Presence(session(row, context), PersonStore.person(row, context)))
                .findOne();
    }

    List<Session> list(Transaction tx, PersonId person, Horizon horizon) {
        return tx.sql()
                .createQuery(LIST)
                .bind("person", person.toString())
                .bind("seen_after", horizon.seenAfter())
                .bind("created_after", horizon.createdAfter())
                .map(SessionStore::session)
                .list();
    }

    void seen(Transaction tx, SessionId id, Instant now, Instant minuteAgo) {
        tx.sql()
                .createUpdate(SEEN)
                .bind("id", id.toString())
                .bind("now", now)
                .bind("minute_ago", minuteAgo)
                .execute();
    }

    Optional<Session> renew(Transaction tx, SessionId id, byte[] hash, Instant freshUntil) {
        return tx.sql()
                .createQuery(RENEW)
                .bind("id", id.toString())
                .bind("hash", hash)
                .bind("fresh_until", freshUntil)
                .map(SessionStore::session)
                .findOne();
    }

    boolean delete(Transaction tx, PersonId person, SessionId id) {
        return tx.sql()
                        .createUpdate(DELETE)
                        .bind("person", person.toString())
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    int deleteOthers(Transaction tx, PersonId person, SessionId kept) {
        return tx.sql()
                .createUpdate(DELETE_OTHERS)
                .bind("person", person.toString())
                .bind("kept", kept.toString())
                .execute();
    }

    int deleteAll(Transaction tx, PersonId person) {
        return tx.sql()
                .createUpdate(DELETE_ALL)
                .bind("person", person.toString())
                .execute();
    }

    int expire(Transaction tx, Horizon horizon, int most) {
        return tx.sql()
                .createUpdate(EXPIRE)
                .bind("seen_after", horizon.seenAfter())
                .bind("created_after", horizon.createdAfter())
                .bind("most", most)
                .execute();
    }

    void insertDevice(Transaction tx, PersonId person, byte[] hash, Instant now) {
        tx.sql()
                .createUpdate(INSERT_DEVICE)
                .bind("hash", hash)
                .bind("person", person.toString())
                .bind("now", now)
                .execute();
    }

    boolean knowsDevice(Transaction tx, String person, byte[] hash, Instant usedAfter) {
        return tx.sql()
                .createQuery(KNOWS_DEVICE)
                .bind("hash", hash)
                .bind("person", person)
                .bind("used_after", usedAfter)
                .mapTo(Boolean.class)
                .one();
    }

    boolean knowsDevice(Transaction tx, byte[] hash, Instant usedAfter) {
        return tx.sql()
                .createQuery(KNOWS_DEVICE_OF_ANYBODY)
                .bind("hash", hash)
                .bind("used_after", usedAfter)
                .mapTo(Boolean.class)
                .one();
    }

    boolean hasDevices(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(HAS_DEVICES)
                .bind("person", person.toString())
                .mapTo(Boolean.class)
                .one();
    }

    void deleteDevice(Transaction tx, PersonId person, byte[] hash) {
        tx.sql()
                .createUpdate(DELETE_DEVICE)
                .bind("hash", hash)
                .bind("person", person.toString())
                .execute();
    }

    void deleteDevices(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE_DEVICES).bind("person", person.toString()).execute();
    }

    int expireDevices(Transaction tx, Instant usedAfter, int most) {
        return tx.sql()
                .createUpdate(EXPIRE_DEVICES)
                .bind("used_after", usedAfter)
                .bind("most", most)
                .execute();
    }

    private static Session session(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                new SessionId(new ObjectId(row.getString("session_id"))),
                new PersonId(new ObjectId(row.getString("person"))),
                PersonStore.time(row, "session_created_at"),
                PersonStore.time(row, "last_seen_at"),
                PersonStore.time(row, "fresh_until"),
                row.getString("address"),
                row.getString("user_agent"));
    }
}
