package dev.offramp.notices;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// SQL of what is mailed: what people chose (`notice_choice`), what is due, and when they last got a letter
/// (`notice_post`).
final class PostStore {

    private static final String CHOICES = """
            SELECT person, kind, by_mail FROM notice_choice WHERE person = ANY(:people)
            """;

    private static final String CHOOSE = """
            INSERT INTO notice_choice (person, kind, by_mail) VALUES (:person, :kind, :byMail)
            ON CONFLICT ON CONSTRAINT notice_choice_pk DO UPDATE SET by_mail = excluded.by_mail
            """;

    /// Who has something due and either a letter of long enough ago, or news that do not wait.
    private static final String DUE = """
            SELECT DISTINCT n.person
            FROM notice n LEFT JOIN notice_post p ON p.person = n.person
            WHERE n.mail_due AND (p.mailed_at IS NULL OR p.mailed_at <= :before OR n.kind = ANY(:urgent))
            LIMIT :max
            """;

    private static final String TAKE = """
            UPDATE notice SET mail_due = false
            WHERE id IN (
                SELECT id FROM notice WHERE person = :person AND mail_due ORDER BY at, id LIMIT :max
                FOR UPDATE SKIP LOCKED)
            RETURNING id, person, side, kind, integration, place, text, path, at, read_at
            """;

    private static final String MAILED = """
            INSERT INTO notice_post (person, mailed_at) VALUES (:person, :now)
            ON CONFLICT ON CONSTRAINT notice_post_pk DO UPDATE SET mailed_at = excluded.mailed_at
            """;

    /// What each has chosen; kinds they have chosen nothing about are left out.
    Map<PersonId, Map<Kind, Boolean>> choices(Transaction tx, Collection<PersonId> people) {
        Map<PersonId, Map<Kind, Boolean>> choices = new HashMap<>();
        people.forEach(person -> choices.put(person, new EnumMap<>(Kind.class)));
        tx.sql()
                .createQuery(CHOICES)
                .bindArray(
                        "people",
                        String.class,
                        people.stream().map(PersonId::toString).toList())
                .map((row, context) -> choices.get(new PersonId(new ObjectId(row.getString("person"))))
                        .put(Kind.parse(row.getString("kind")).orElseThrow(), row.getBoolean("by_mail")))
                .list();
        return choices;
    }

    void choose(Transaction tx, PersonId person, Kind kind, boolean byMail) {
        tx.sql()
                .createUpdate(CHOOSE)
                .bind("person", person.toString())
                .bind("kind", kind.code())
                .bind("byMail", byMail)
                .execute();
    }

    List<PersonId> due(Transaction tx, Instant mailedBefore, List<Kind> urgent, int max) {
        return tx.sql()
                .createQuery(DUE)
                .bind("before", mailedBefore)
                .bindArray(
                        "urgent", String.class, urgent.stream().map(Kind::code).toList())
                .bind("max", max)
                .map((row, context) -> new PersonId(new ObjectId(row.getString("person"))))
                .list();
    }

    /// What is due to somebody, which it is no longer.
    List<Notice> take(Transaction tx, PersonId person, int max) {
        return tx.sql()
                .createQuery(TAKE)
                .bind("person", person.toString())
                .bind("max", max)
                .map(NoticeStore::notice)
                .list();
    }

    void mailed(Transaction tx, PersonId person, Instant now) {
        tx.sql()
                .createUpdate(MAILED)
                .bind("person", person.toString())
                .bind("now", now)
                .execute();
    }
}
