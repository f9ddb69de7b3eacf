package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `person`, and of the view `known_person` that says whether a second factor is enrolled.
final class PersonStore {

    /// Does nothing when the address, or the place of the first, is taken.
    private static final String INSERT = """
            INSERT INTO person (id, email, name, password_hash, must_change_password, is_operator, is_disabled, is_first,
                                created_at)
            VALUES (:id, :email, :name, :hash, :must_change, :operator, false, :first, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND = """
            SELECT id, email, name, must_change_password, is_operator, is_disabled, has_second_factor, created_at
            FROM known_person
            WHERE id = :id
            """;

    private static final String FIND_ALL = """
            SELECT id, email, name, must_change_password, is_operator, is_disabled, has_second_factor, created_at
            FROM known_person
            WHERE id = ANY(:ids)
            """;

    private static final String FIND_BY_EMAIL = """
            SELECT id, email, name, must_change_password, is_operator, is_disabled, has_second_factor, created_at
            FROM known_person
            WHERE email = :email
            """;

    private static final String LIST = """
            SELECT id, email, name, must_change_password, is_operator, is_disabled, has_second_factor, created_at
            FROM known_person
            ORDER BY created_at, id
            """;

    private static final String OPERATORS = """
            SELECT id, email, name, must_change_password, is_operator, is_disabled, has_second_factor, created_at
            FROM known_person
            WHERE is_operator AND NOT is_disabled
            ORDER BY created_at, id
            """;

    private static final String HAS_FIRST = "SELECT EXISTS (SELECT FROM person WHERE is_first)";

    private static final String ACCOUNT = """
            SELECT id, email, password_hash FROM person WHERE id = :id AND NOT is_disabled
            """;

    private static final String ACCOUNT_BY_EMAIL = """
            SELECT id, email, password_hash FROM person WHERE email = :email AND NOT is_disabled
            """;

    /// Of somebody who may sign in. The row is locked until the transaction ends, but not against what refers to it.
    private static final String LOCK = """
            SELECT password_hash FROM person WHERE id = :id AND NOT is_disabled FOR NO KEY UPDATE
            """;

    private static final String SET_PASSWORD = """
            UPDATE person SET password_hash = :hash, must_change_password = false WHERE id = :id
            """;

    private static final String SET_NAME = "UPDATE person SET name = :name WHERE id = :id";

    /// Does nothing when somebody else has it.
    private static final String SET_EMAIL = """
            UPDATE person SET email = :email
            WHERE id = :id AND NOT EXISTS (SELECT FROM person other WHERE other.email = :email AND other.id <> :id)
            """;

    private static final String SET_DISABLED = "UPDATE person SET is_disabled = :on WHERE id = :id";

    private static final String SET_OPERATOR = "UPDATE person SET is_operator = :on WHERE id = :id";

    /// What a password is held against: somebody who may sign in.
    record Account(PersonId id, Email email, String passwordHash) {

        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /// @return whether it was inserted
    boolean insert(Transaction tx, Person person, String passwordHash, boolean first) {
        return tx.sql()
                        .createUpdate(INSERT)
                        .bind("id", person.id().toString())
                        .bind("email", person.email().text())
                        .bind("name", person.name())
                        .bind("hash", passwordHash)
                        .bind("must_change", person.mustChangePassword())
                        .bind("operator", person.isOperator())
                        .bind("first", first)
                        .bind("now", person.createdAt())
                        .execute()
                == 1;
    }

    Optional<Person> find(Transaction tx, PersonId id) {
        return tx.sql()
                .createQuery(FIND)
                .bind("id", id.toString())
                .map(PersonStore::person)
                .findOne();
    }

    List<Person> find(Transaction tx, Collection<PersonId> ids) {
        return tx.sql()
                .createQuery(FIND_ALL)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(PersonId::toString).toList())
                .map(PersonStore::person)
                .list();
    }

    Optional<Person> find(Transaction tx, Email email) {
        return tx.sql()
                .createQuery(FIND_BY_EMAIL)
                .bind("email", email.text())
                .map(PersonStore::person)
                .findOne();
    }

    List<Person> list(Transaction tx) {
        return tx.sql().createQuery(LIST).map(PersonStore::person).list();
    }

    List<Person> operators(Transaction tx) {
        return tx.sql().createQuery(OPERATORS).map(PersonStore::person).list();
    }

    boolean hasFirst(Transaction tx) {
        return tx.sql().createQuery(HAS_FIRST).mapTo(Boolean.class).one();
    }

    Optional<Account> account(Transaction tx, PersonId id) {
        return tx.sql()
                .createQuery(ACCOUNT)
                .bind("id", id.toString())
                .map(PersonStore::accountOf)
                .findOne();
    }

    Optional<Account> account(Transaction tx, Email email) {
        return tx.sql()
                .createQuery(ACCOUNT_BY_EMAIL)
                .bind("email", email.text())
                .map(PersonStore::accountOf)
                .findOne();
    }

    Optional<String> lock(Transaction tx, PersonId id) {
        return tx.sql()
                .createQuery(LOCK)
                .bind("id", id.toString())
                .mapTo(String.class)
                .findOne();
    }

    void setPassword(Transaction tx, PersonId id, String hash) {
        tx.sql()
                .createUpdate(SET_PASSWORD)
                .bind("id", id.toString())
                .bind("hash", hash)
                .execute();
    }

    void setName(Transaction tx, PersonId id, String name) {
        tx.sql()
                .createUpdate(SET_NAME)
                .bind("id", id.toString())
                .bind("name", name)
                .execute();
    }

    boolean setEmail(Transaction tx, PersonId id, Email email) {
        return tx.sql()
                        .createUpdate(SET_EMAIL)
                        .bind("id", id.toString())
                        .bind("email", email.text())
                        .execute()
                == 1;
    }

    boolean setDisabled(Transaction tx, PersonId id, boolean on) {
        return set(tx, SET_DISABLED, id, on);
    }

    boolean setOperator(Transaction tx, PersonId id, boolean on) {
        return set(tx, SET_OPERATOR, id, on);
    }

    private static boolean set(Transaction tx, String sql, PersonId id, boolean on) {
        return tx.sql()
                        .createUpdate(sql)
                        .bind("id", id.toString())
                        .bind("on", on)
                        .execute()
                == 1;
    }

    private static Account accountOf(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new PersonId(new ObjectId(row.getString("id"))),
                new Email(row.getString("email")),
                row.getString("password_hash"));
    }

    static Person person(ResultSet row, StatementContext context) throws SQLException {
        return new Person(
                new PersonId(new ObjectId(row.getString("id"))),
                new Email(row.getString("email")),
                row.getString("name"),
                row.getBoolean("must_change_password"),
                row.getBoolean("is_operator"),
                row.getBoolean("is_disabled"),
                row.getBoolean("has_second_factor"),
                time(row, "created_at"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
