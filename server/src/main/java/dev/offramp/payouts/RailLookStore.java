package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SQL of the table `rail_look`, and counts of payouts for those who look after rails.
final class RailLookStore {

    /// Once a second is enough, and the rows are everybody's: whoever would have to wait for one writes nothing.
    private static final String ANSWERED = """
            WITH stale AS (
                SELECT environment, currency FROM rail_look
                WHERE environment = :environment AND currency = :currency
                AND (answered_at IS NULL OR answered_at < :at::timestamptz - interval '1 second'
                     OR troubled_at >= answered_at)
                FOR UPDATE SKIP LOCKED
            )
            UPDATE rail_look SET answered_at = :at FROM stale
            WHERE rail_look.environment = stale.environment AND rail_look.currency = stale.currency
            """;

    private static final String FIRST_ANSWERED = """
            INSERT INTO rail_look (environment, currency, answered_at) VALUES (:environment, :currency, :at)
            ON CONFLICT ON CONSTRAINT rail_look_pk DO NOTHING
            """;

    private static final String TROUBLED = """
            INSERT INTO rail_look (environment, currency, trouble, troubled_at)
            VALUES (:environment, :currency, :trouble, :at)
            ON CONFLICT ON CONSTRAINT rail_look_pk
                DO UPDATE SET trouble = excluded.trouble, troubled_at = excluded.troubled_at
            """;

    private static final String READ = "SELECT environment, currency, answered_at, trouble, troubled_at FROM rail_look";

    /// Every payout under way has a job, and no index knows them otherwise.
    private static final String OPEN = """
            SELECT payout.environment, payout.currency,
                   count(*) FILTER (WHERE status = 'placed') AS placed,
                   count(*) FILTER (WHERE status = 'submitting') AS submitting,
                   count(*) FILTER (WHERE status = 'processing' AND NOT acknowledged) AS unacknowledged,
                   count(*) FILTER (WHERE status = 'processing' AND acknowledged) AS acknowledged,
                   min(created_at) AS oldest
            FROM payout
            WHERE id IN (SELECT subject FROM job WHERE kind = ANY(:kinds))
            AND status IN ('placed', 'submitting', 'processing')
            GROUP BY environment, currency
            """;

    /// Ids begin with the time they were made at.
    private static final String ENDED = """
            SELECT environment, currency,
                   count(*) FILTER (WHERE status = 'completed') AS completed,
                   count(*) FILTER (WHERE status = 'rejected') AS rejected,
                   count(*) FILTER (WHERE status = 'reversed') AS reversed
            FROM payout
            WHERE id >= :first
            GROUP BY environment, currency
            """;

    /// Whose rail it is.
    record Key(Environment environment, Fiat currency) implements Comparable<Key> {

        /// In the order in which rows are locked.
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::environment)
                    .thenComparing(Key::currency)
                    .compare(this, other);
        }
    }

    /// How it was last found.
    record Look(Optional<Instant> answeredAt, Optional<LastTrouble> trouble) {

        static final Look NEVER = new Look(Optional.empty(), Optional.empty());
    }

    void answered(Transaction tx, Key rail, Instant at) {
        int known = tx.sql()
                .createUpdate(FIRST_ANSWERED)
                .bind("environment", rail.environment().code())
                .bind("currency", rail.currency().code())
                .bind("at", at)
                .execute();
        if (known == 0) {
            tx.sql()
                    .createUpdate(ANSWERED)
                    .bind("environment", rail.environment().code())
                    .bind("currency", rail.currency().code())
                    .bind("at", at)
                    .execute();
        }
    }

    void troubled(Transaction tx, Key rail, String trouble, Instant at) {
        tx.sql()
                .createUpdate(TROUBLED)
                .bind("environment", rail.environment().code())
                .bind("currency", rail.currency().code())
                .bind("trouble", trouble)
                .bind("at", at)
                .execute();
    }

    Map<Key, Look> looks(Transaction tx) {
        Map<Key, Look> looks = new HashMap<>();
        tx.sql()
                .createQuery(READ)
                .map((row, context) -> {
                    String what = row.getString("trouble");
                    Optional<LastTrouble> trouble = instant(row, "troubled_at").map(at -> new LastTrouble(what, at));
                    return looks.put(key(row), new Look(instant(row, "answered_at"), trouble));
                })
                .list();
        return looks;
    }

    Map<Key, RailState.Open> open(Transaction tx, Collection<JobKind> kinds) {
        Map<Key, RailState.Open> open = new HashMap<>();
        List<String> names = kinds.stream().map(JobKind::value).toList();
        tx.sql()
                .createQuery(OPEN)
                .bindArray("kinds", String.class, names)
                .map((row, context) -> open.put(
                        key(row),
                        new RailState.Open(
                                row.getLong("placed"),
                                row.getLong("submitting"),
                                row.getLong("unacknowledged"),
                                row.getLong("acknowledged"),
                                instant(row, "oldest"))))
                .list();
        return open;
    }

    /// Payouts placed since `since` that have ended.
    Map<Key, RailState.Ended> ended(Transaction tx, Instant since) {
        Map<Key, RailState.Ended> ended = new HashMap<>();
        tx.sql()
                .createQuery(ENDED)
                .bind("first", ObjectId.first(since).value())
                .map((row, context) -> ended.put(
                        key(row),
                        new RailState.Ended(
                                row.getLong("completed"), row.getLong("rejected"), row.getLong("reversed"))))
                .list();
        return ended;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                Environment.parse(row.getString("environment")).orElseThrow(),
                Fiat.parse(row.getString("currency")).orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
