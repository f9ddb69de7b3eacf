package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the shared clock and of what blocks follow from: `simulated_clock`, `simulated_era`, `simulated_branch`.
final class ClockStore {

    private static final String CREATE = """
            INSERT INTO simulated_clock (seed, height, made_at, hashes)
            VALUES (:seed, 0, :now, 0)
            ON CONFLICT ON CONSTRAINT simulated_clock_pk DO NOTHING
            """;

    private static final String SEED = "SELECT seed FROM simulated_clock";

    private static final String LOCK = "SELECT height, made_at FROM simulated_clock FOR UPDATE";

    private static final String LOCK_IF_FREE = """
            SELECT height, made_at FROM simulated_clock FOR UPDATE SKIP LOCKED
            """;

    private static final String MOVE = "UPDATE simulated_clock SET height = :height, made_at = :madeAt";

    private static final String TURN_BACK = "UPDATE simulated_clock SET made_at = :now";

    private static final String NEXT_HASH = """
            UPDATE simulated_clock SET hashes = hashes + 1 RETURNING hashes
            """;

    /// Nothing where the last era's time stamps run on into these blocks.
    private static final String ADD_ERA = """
            INSERT INTO simulated_era (from_height, started_at, block_ms)
            SELECT :from, :at, :blockMs
            WHERE NOT EXISTS (
                SELECT 1
                FROM (SELECT * FROM simulated_era ORDER BY from_height DESC LIMIT 1) AS last
                WHERE last.block_ms = :blockMs
                  AND last.started_at + (:from - last.from_height) * last.block_ms * interval '1 millisecond' = :at
            )
            """;

    private static final String NEXT_BRANCH = """
            SELECT coalesce(max(number), 0) + 1 FROM simulated_branch WHERE network = :network
            """;

    private static final String DROP_SUPERSEDED_BRANCHES = """
            DELETE FROM simulated_branch WHERE network = :network AND fork_height >= :fork
            """;

    private static final String ADD_BRANCH = """
            INSERT INTO simulated_branch (network, fork_height, number) VALUES (:network, :fork, :number)
            """;

    /// Starts the clock with the first block, unless it runs already.
    void create(Transaction tx, long seed, Instant now, Duration blockTime) {
        int created = tx.sql()
                .createUpdate(CREATE)
                .bind("seed", seed)
                .bind("now", now)
                .execute();
        if (created > 0) {
            addEra(tx, new Stretch(0, 1, now, blockTime));
        }
    }

    long seed(Transaction tx) {
        return tx.sql().createQuery(SEED).mapTo(Long.class).one();
    }

    BlockClock lock(Transaction tx) {
        return tx.sql().createQuery(LOCK).map(ClockStore::clock).one();
    }

    /// Empty when another process holds it.
    Optional<BlockClock> lockIfFree(Transaction tx) {
        return tx.sql().createQuery(LOCK_IF_FREE).map(ClockStore::clock).findOne();
    }

    /// Makes the blocks of `stretch` the last ones of every network. Needs the lock.
    void move(Transaction tx, Stretch stretch) {
        addEra(tx, stretch);
        tx.sql()
                .createUpdate(MOVE)
                .bind("height", stretch.last())
                .bind("madeAt", stretch.lastAt())
                .execute();
    }

    /// Counts the next block's time from `now`. Needs the lock.
    void turnBack(Transaction tx, Instant now) {
        tx.sql().createUpdate(TURN_BACK).bind("now", now).execute();
    }

    /// The next number for a hash; takes the lock.
    long nextHash(Transaction tx) {
        return tx.sql().createQuery(NEXT_HASH).mapTo(Long.class).one();
    }

    /// Starts a branch above `fork`. Needs the lock.
    void fork(Transaction tx, Network network, long fork) {
        long number = tx.sql()
                .createQuery(NEXT_BRANCH)
                .bind("network", network.code())
                .mapTo(Long.class)
                .one();
        tx.sql()
                .createUpdate(DROP_SUPERSEDED_BRANCHES)
                .bind("network", network.code())
                .bind("fork", fork)
                .execute();
        tx.sql()
                .createUpdate(ADD_BRANCH)
                .bind("network", network.code())
                .bind("fork", fork)
                .bind("number", number)
                .execute();
    }

    private static void addEra(Transaction tx, Stretch stretch) {
        tx.sql()
                .createUpdate(ADD_ERA)
                .bind("from", stretch.first())
                .bind("at", stretch.firstAt())
                .bind("blockMs", stretch.between().toMillis())
                .execute();
    }

    private static BlockClock clock(ResultSet row, StatementContext context) throws SQLException {
        return new BlockClock(
                row.getLong("height"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
