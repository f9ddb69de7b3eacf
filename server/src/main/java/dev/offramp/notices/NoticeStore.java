package dev.offramp.notices;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.people.PersonId;
import dev.offramp.tenancy.IntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `notice`.
final class NoticeStore {

    private static final String INSERT = """
            INSERT INTO notice (id, person, side, kind, integration, place, text, path, at, mail_due)
            SELECT id, person, side, kind, nullif(integration, ''), place, text, path, at, mail_due
            FROM unnest(:ids, :people, :sides, :kinds, :integrations, :places, :texts, :paths, :ats::timestamptz[],
                        :mailDues)
                AS new (id, person, side, kind, integration, place, text, path, at, mail_due)
            """;

    /// Of the index of what is unread alone.
    private static final String UNREAD = """
            SELECT count(*) FILTER (WHERE side = 'own') AS own, count(*) FILTER (WHERE side = 'operator') AS operator
            FROM (
                (SELECT side FROM notice WHERE person = :person AND side = 'own' AND read_at IS NULL LIMIT :max)
                UNION ALL
                (SELECT side FROM notice WHERE person = :person AND side = 'operator' AND read_at IS NULL LIMIT :max)
            ) AS unread
            """;

    private static final String COLUMNS = """
            SELECT id, person, side, kind, integration, place, text, path, at, read_at FROM notice
            """;

    private static final String LIST_UNREAD = COLUMNS + """
            WHERE person = :person AND side = :side AND read_at IS NULL ORDER BY at DESC, id DESC LIMIT :max
            """;

    private static final String LIST_READ = COLUMNS + """
            WHERE person = :person AND side = :side AND read_at IS NOT NULL ORDER BY at DESC, id DESC LIMIT :max
            """;

    private static final String FIND = COLUMNS + "WHERE id = :id AND person = :person AND side = :side";

    private static final String READ = """
            UPDATE notice SET read_at = :now WHERE id = :id AND person = :person AND side = :side AND read_at IS NULL
            """;

    private static final String READ_ALL = """
            UPDATE notice SET read_at = :now WHERE person = :person AND side = :side AND read_at IS NULL AND at <= :until
            """;

    private static final String FORGET = "DELETE FROM notice WHERE person = :person AND integration = :integration";

    private static final String EXPIRE = """
            DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE id < :first ORDER BY id LIMIT :max)
            """;

    /// A notice to be written, with whether it is to be mailed.
    record New(Notice notice, boolean isMailed) {}

    void insert(Transaction tx, List<New> notices) {
        if (notices.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate(INSERT)
                .bindArray("ids", String.class, texts(notices, Notice::id))
                .bindArray("people", String.class, texts(notices, Notice::person))
                .bindArray(
                        "sides", String.class, texts(notices, one -> one.side().code()))
                .bindArray(
                        "kinds", String.class, texts(notices, one -> one.kind().code()))
                .bindArray(
                        "integrations",
                        String.class,
                        texts(
                                notices,
                                one -> one.integration().map(Object::toString).orElse("")))
                .bindArray("places", String.class, texts(notices, Notice::place))
                .bindArray("texts", String.class, texts(notices, Notice::text))
                .bindArray("paths", String.class, texts(notices, Notice::path))
                .bindArray("ats", String.class, texts(notices, Notice::at))
                .bindArray(
                        "mailDues",
                        Boolean.class,
                        notices.stream().map(New::isMailed).toList())
                .execute();
    }

    private static List<String> texts(List<New> notices, Function<Notice, Object> value) {
        return notices.stream().map(one -> value.apply(one.notice()).toString()).toList();
    }

    Unread unread(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(UNREAD)
                .bind("person", person.toString())
                .bind("max", Unread.MOST)
                .map((row, context) -> new Unread(row.getLong("own"), row.getLong("operator")))
                .one();
    }

    /// The newest first.
    List<Notice> list(Transaction tx, PersonId person, Notice.Side side, boolean areRead, int max) {
        return tx.sql()
                .createQuery(areRead ? LIST_READ : LIST_UNREAD)
                .bind("person", person.toString())
                .bind("side", side.code())
                .bind("max", max)
                .map(NoticeStore::notice)
                .list();
    }

    Optional<Notice> find(Transaction tx, PersonId person, Notice.Side side, NoticeId id) {
        return tx.sql()
                .createQuery(FIND)
                .bind("id", id.toString())
                .bind("person", person.toString())
                .bind("side", side.code())
                .map(NoticeStore::notice)
                .findOne();
    }

    void read(Transaction tx, PersonId person, Notice.Side side, NoticeId id, Instant now) {
        tx.sql()
                .createUpdate(READ)
                .bind("id", id.toString())
                .bind("person", person.toString())
                .bind("side", side.code())
                .bind("now", now)
                .execute();
    }

    /// @param until what is newer than this was not on the page
    int readAll(Transaction tx, PersonId person, Notice.Side side, Instant until, Instant now) {
        return tx.sql()
                .createUpdate(READ_ALL)
                .bind("person", person.toString())
                .bind("side", side.code())
                .bind("until", until)
                .bind("now", now)
                .execute();
    }

    void forget(Transaction tx, PersonId person, IntegrationId integration) {
        tx.sql()
                .createUpdate(FORGET)
                .bind("person", person.toString())
                .bind("integration", integration.toString())
                .execute();
    }

    /// Deletes what was made before.
    int expire(Transaction tx, Instant before, int max) {
        return tx.sql()
                .createUpdate(EXPIRE)
                .bind("first", ObjectId.first(before).value())
                .bind("max", max)
                .execute();
    }

    static Notice notice(ResultSet row, StatementContext context) throws SQLException {
        return new Notice(
                new NoticeId(new ObjectId(row.getString("id"))),
                new PersonId(new ObjectId(row.getString("person"))),
                row.getString("side").equals("own") ? Notice.Side.OWN : Notice.Side.OPERATOR,
                Kind.parse(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getString("integration"))
                        .map(ObjectId::new)
                        .map(IntegrationId::new),
                row.getString("place"),
                row.getString("text"),
                row.getString("path"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
