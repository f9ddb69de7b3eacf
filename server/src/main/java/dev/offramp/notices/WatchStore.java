package dev.offramp.notices;

import dev.offramp.db.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// SQL of how far the sources were read (`notice_cursor`), and of conditions (`notice_condition`).
final class WatchStore {

    private static final String LOCK = "SELECT position FROM notice_cursor WHERE name = :name FOR UPDATE SKIP LOCKED";

    private static final String MOVE = "UPDATE notice_cursor SET position = :position WHERE name = :name";

    private static final String KNOWN = "SELECT key, since, told FROM notice_condition";

    private static final String BEGIN = "INSERT INTO notice_condition (key, since, told) VALUES (:key, :since, false)";

    private static final String TOLD = "UPDATE notice_condition SET told = true WHERE key = :key";

    private static final String END = "DELETE FROM notice_condition WHERE key = ANY(:keys)";

    /// A condition that was there at the last look.
    record Known(Instant since, boolean isTold) {}

    /// How far a source was read; empty while another process reads it.
    OptionalLong lock(Transaction tx, String source) {
        return tx.sql()
                .createQuery(LOCK)
                .bind("name", source)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void move(Transaction tx, String source, long position) {
        tx.sql()
                .createUpdate(MOVE)
                .bind("name", source)
                .bind("position", position)
                .execute();
    }

    Map<String, Known> known(Transaction tx) {
        Map<String, Known> known = new HashMap<>();
        tx.sql()
                .createQuery(KNOWN)
                .map((row, context) -> known.put(
                        row.getString("key"),
                        new Known(row.getObject("since", OffsetDateTime.class).toInstant(), row.getBoolean("told"))))
                .list();
        return known;
    }

    void begin(Transaction tx, String key, Instant since) {
        tx.sql().createUpdate(BEGIN).bind("key", key).bind("since", since).execute();
    }

    void told(Transaction tx, String key) {
        tx.sql().createUpdate(TOLD).bind("key", key).execute();
    }

    void end(Transaction tx, Collection<String> keys) {
        if (!keys.isEmpty()) {
            tx.sql()
                    .createUpdate(END)
                    .bindArray("keys", String.class, keys.toArray())
                    .execute();
        }
    }
}
