package dev.offramp.bulletins;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.webhooks.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL of the table `status_subscriber`.
final class SubscriberStore {

    /// One that waits for being confirmed begins anew; one that is confirmed stays as it is.
    private static final String WISH = """
            INSERT INTO status_subscriber (id, kind, target, made_at) VALUES (:id, 'mail', :target, :now)
            ON CONFLICT ON CONSTRAINT status_subscriber_target DO UPDATE SET made_at = excluded.made_at
            WHERE status_subscriber.confirmed_at IS NULL
            RETURNING id
            """;

    private static final String CONFIRM = """
            UPDATE status_subscriber SET confirmed_at = coalesce(confirmed_at, :now)
            WHERE id = :id AND kind = 'mail' AND (confirmed_at IS NOT NULL OR made_at > :wished_after)
            """;

    private static final String ADD_WEBHOOK = """
            INSERT INTO status_subscriber (id, kind, target, sealed_secret, made_at, confirmed_at)
            VALUES (:id, 'webhook', :target, :secret, :now, :now)
            ON CONFLICT ON CONSTRAINT status_subscriber_target DO NOTHING
            """;

    private static final String REMOVE = "DELETE FROM status_subscriber WHERE id = :id";

    private static final String COLUMNS = "SELECT id, kind, target, sealed_secret FROM status_subscriber";

    private static final String CONFIRMED = COLUMNS + " WHERE confirmed_at IS NOT NULL ORDER BY id";

    private static final String FIND = COLUMNS + " WHERE id = :id";

    private static final String EXPIRE = """
            DELETE FROM status_subscriber WHERE confirmed_at IS NULL AND made_at < :before
            """;

    private final ServerKey key;

    SubscriberStore(ServerKey key) {
        this.key = key;
    }

    /// Who waits for being confirmed now; empty when that address is confirmed.
    Optional<SubscriberId> wish(Transaction tx, SubscriberId id, String address, Instant now) {
        return tx.sql()
                .createQuery(WISH)
                .bind("id", id.toString())
                .bind("target", address)
                .bind("now", now)
                .map((row, context) -> new SubscriberId(new ObjectId(row.getString("id"))))
                .findOne();
    }

    /// @return whether it is confirmed now
    boolean confirm(Transaction tx, SubscriberId id, Instant now, Instant wishedAfter) {
        return tx.sql()
                        .createUpdate(CONFIRM)
                        .bind("id", id.toString())
                        .bind("now", now)
                        .bind("wished_after", wishedAfter)
                        .execute()
                == 1;
    }

    /// @return whether there was none with this URL
    boolean add(Transaction tx, Subscriber.ByWebhook subscriber, Instant now) {
        byte[] secret = subscriber.secret().value().getBytes(StandardCharsets.US_ASCII);
        return tx.sql()
                        .createUpdate(ADD_WEBHOOK)
                        .bind("id", subscriber.id().toString())
                        .bind("target", subscriber.url())
                        .bind(
                                "secret",
                                key.sealRow(Purpose.STATUS, subscriber.id().toString(), secret))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void remove(Transaction tx, SubscriberId id) {
        tx.sql().createUpdate(REMOVE).bind("id", id.toString()).execute();
    }

    List<Subscriber> confirmed(Transaction tx) {
        return tx.sql()
                .createQuery(CONFIRMED)
                .map((row, context) -> subscriber(row))
                .list();
    }

    Optional<Subscriber> find(Transaction tx, SubscriberId id) {
        return tx.sql()
                .createQuery(FIND)
                .bind("id", id.toString())
                .map((row, context) -> subscriber(row))
                .findOne();
    }

    void expire(Transaction tx, Instant before) {
        tx.sql().createUpdate(EXPIRE).bind("before", before).execute();
    }

    private Subscriber subscriber(ResultSet row) throws SQLException {
        String id = row.getString("id");
        SubscriberId its = new SubscriberId(new ObjectId(id));
        if (row.getString("kind").equals("mail")) {
            return new Subscriber.ByMail(its, row.getString("target"));
        }
        byte[] secret = key.openRow(Purpose.STATUS, id, row.getBytes("sealed_secret"));
        return new Subscriber.ByWebhook(
                its, row.getString("target"), new WebhookSecret(new String(secret, StandardCharsets.US_ASCII)));
    }
}
