package dev.offramp.bulletins;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/// SQL of the table `status_message`.
final class MessageStore {

    private static final String INSERT = """
            INSERT INTO status_message (id, subscriber, body, made_at) VALUES (:id, :subscriber, :body, :now)
            """;

    private static final String READ = """
            SELECT id, subscriber, body, made_at FROM status_message WHERE id = ANY(:ids) ORDER BY id
            """;

    private static final String REMOVE = "DELETE FROM status_message WHERE id = :id";

    /// @param id its job's subject, and what receivers know it by
    record Message(ObjectId id, SubscriberId subscriber, byte[] body, Instant madeAt) {}

    void insert(Transaction tx, Message message) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", message.id().value())
                .bind("subscriber", message.subscriber().toString())
                .bind("body", message.body())
                .bind("now", message.madeAt())
                .execute();
    }

    List<Message> read(Transaction tx, Collection<ObjectId> ids) {
        return tx.sql()
                .createQuery(READ)
                .bindArray(
                        "ids", String.class, ids.stream().map(ObjectId::value).toList())
                .map((row, context) -> new Message(
                        new ObjectId(row.getString("id")),
                        new SubscriberId(new ObjectId(row.getString("subscriber"))),
                        row.getBytes("body"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remove(Transaction tx, ObjectId id) {
        tx.sql().createUpdate(REMOVE).bind("id", id.value()).execute();
    }
}
