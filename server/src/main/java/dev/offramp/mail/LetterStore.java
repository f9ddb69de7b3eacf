package dev.offramp.mail;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.mail.MailServer.Addressed;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `letter`.
final class LetterStore {

    private static final String INSERT = """
            INSERT INTO letter (id, what, recipient, sealed, status, tries, posted_at, good_until)
            SELECT id, what, recipient, decode(sealed, 'hex'), 'waiting', 0, :now, good_until
            FROM unnest(:ids, :whats, :recipients, :sealed, :goodUntils::timestamptz[])
                AS new (id, what, recipient, sealed, good_until)
            """;

    private static final String WAITING = """
            SELECT id, what, recipient, sealed, good_until FROM letter
            WHERE id = ANY(:ids) AND status = 'waiting'
            ORDER BY id
            FOR UPDATE
            """;

    private static final String END = """
            UPDATE letter SET status = :status, sealed = NULL, tries = tries + :tries, ended_at = :now,
                trouble = coalesce(:trouble, trouble)
            WHERE id = :id
            """;

    private static final String TRIED = "UPDATE letter SET tries = tries + 1, trouble = :trouble WHERE id = :id";

    private static final String LAST = """
            SELECT id, what, recipient, status, tries, trouble, posted_at, ended_at FROM letter
            ORDER BY posted_at DESC, id DESC
            LIMIT :max
            """;

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM letter WHERE status = 'waiting') AS waiting,
                   (SELECT count(*) FROM letter WHERE status = 'given-up' AND ended_at > :since) AS given_up
            """;

    private static final String EXPIRE = """
            DELETE FROM letter WHERE id IN (SELECT id FROM letter WHERE ended_at < :before ORDER BY ended_at LIMIT :max)
            """;

    private static final int TROUBLE_MAX = 500;

    private final ServerKey key;

    LetterStore(ServerKey key) {
        this.key = key;
    }

    void insert(Transaction tx, List<Addressed> letters, Instant now) {
        var insert = tx.sql().createUpdate(INSERT).bind("now", now);
        insert.bindArray("ids", String.class, texts(letters, one -> one.id().toString()))
                .bindArray(
                        "whats",
                        String.class,
                        texts(letters, one -> one.letter().what()))
                .bindArray(
                        "recipients",
                        String.class,
                        texts(letters, one -> one.letter().to()))
                .bindArray("sealed", String.class, texts(letters, this::seal))
                .bindArray(
                        "goodUntils",
                        String.class,
                        texts(letters, one -> one.letter().goodUntil().toString()))
                .execute();
    }

    private static List<String> texts(List<Addressed> letters, Function<Addressed, String> text) {
        return letters.stream().map(text).toList();
    }

    /// Subject and text; the subject is one line.
    private String seal(Addressed one) {
        String plain = one.letter().subject() + "\n" + one.letter().text();
        return HexFormat.of()
                .formatHex(key.sealRow(Purpose.LETTER, one.id().toString(), plain.getBytes(StandardCharsets.UTF_8)));
    }

    /// Those of them that have not ended, locked.
    List<Addressed> waiting(Transaction tx, Collection<ObjectId> ids) {
        return tx.sql()
                .createQuery(WAITING)
                .bindArray(
                        "ids", String.class, ids.stream().map(ObjectId::value).toList())
                .map(this::addressed)
                .list();
    }

    private Addressed addressed(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        byte[] opened = key.openRow(Purpose.LETTER, id, row.getBytes("sealed"));
        String[] parts = new String(opened, StandardCharsets.UTF_8).split("\n", 2);
        return new Addressed(
                new LetterId(new ObjectId(id)),
                new Letter(
                        row.getString("what"),
                        row.getString("recipient"),
                        parts[0],
                        parts[1],
                        instant(row, "good_until").orElseThrow()));
    }

    /// @param trouble why it ended so; what was wrong before stays where this is empty
    void end(Transaction tx, LetterId id, LetterRecord.State state, Optional<String> trouble, Instant now) {
        boolean wasTried = state == LetterRecord.State.SENT || trouble.isPresent();
        tx.sql()
                .createUpdate(END)
                .bind("id", id.toString())
                .bind("status", state.code())
                .bind("tries", wasTried ? 1 : 0)
                .bind("trouble", trouble.map(LetterStore::shortened).orElse(null))
                .bind("now", now)
                .execute();
    }

    void tried(Transaction tx, LetterId id, String trouble) {
        tx.sql()
                .createUpdate(TRIED)
                .bind("id", id.toString())
                .bind("trouble", shortened(trouble))
                .execute();
    }

    private static String shortened(String trouble) {
        return trouble.substring(0, Math.min(trouble.length(), TROUBLE_MAX));
    }

    List<LetterRecord> last(Transaction tx, int max) {
        return tx.sql()
                .createQuery(LAST)
                .bind("max", max)
                .map((row, context) -> new LetterRecord(
                        new LetterId(new ObjectId(row.getString("id"))),
                        row.getString("what"),
                        row.getString("recipient"),
                        LetterRecord.State.ofCode(row.getString("status")),
                        row.getInt("tries"),
                        Optional.ofNullable(row.getString("trouble")),
                        instant(row, "posted_at").orElseThrow(),
                        instant(row, "ended_at")))
                .list();
    }

    MailCount count(Transaction tx, Instant since) {
        return tx.sql()
                .createQuery(COUNT)
                .bind("since", since)
                .map((row, context) -> new MailCount(row.getLong("waiting"), row.getLong("given_up")))
                .one();
    }

    int expire(Transaction tx, Instant before, int max) {
        return tx.sql()
                .createUpdate(EXPIRE)
                .bind("before", before)
                .bind("max", max)
                .execute();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
