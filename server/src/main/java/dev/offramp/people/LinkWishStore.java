package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// SQL of `link_wish`.
final class LinkWishStore {

    private static final String INSERT = """
            INSERT INTO link_wish (id, email, what, wished_at) VALUES (:id, :email, :what, :now)
            """;

    private static final String TAKE = """
            DELETE FROM link_wish WHERE id IN (
                SELECT id FROM link_wish WHERE wished_at > :after ORDER BY wished_at, id LIMIT :max
                FOR UPDATE SKIP LOCKED)
            RETURNING email, what
            """;

    private static final String EXPIRE = """
            DELETE FROM link_wish WHERE id IN (SELECT id FROM link_wish WHERE wished_at <= :before LIMIT :max)
            """;

    void insert(Transaction tx, ObjectId id, LinkWishes.Wish wish, Instant now) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", id.value())
                .bind("email", wish.email().text())
                .bind("what", wish.what().name().toLowerCase(Locale.ROOT))
                .bind("now", now)
                .execute();
    }

    List<LinkWishes.Wish> take(Transaction tx, Instant wishedAfter, int max) {
        return tx.sql()
                .createQuery(TAKE)
                .bind("after", wishedAfter)
                .bind("max", max)
                .map((row, context) -> new LinkWishes.Wish(
                        new Email(row.getString("email")),
                        LinkWishes.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT))))
                .list();
    }

    int expire(Transaction tx, Instant before, int max) {
        return tx.sql()
                .createUpdate(EXPIRE)
                .bind("before", before)
                .bind("max", max)
                .execute();
    }
}
