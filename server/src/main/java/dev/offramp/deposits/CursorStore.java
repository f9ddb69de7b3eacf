package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of `chain_cursor` and `chain_trail`.
final class CursorStore {

    /// Every block of the last this many is kept; below it only each [#THINNED]th.
    private static final int TRAIL_WHOLE = 256;

    private static final int THINNED = 1_000;

    private static final String READ = """
            SELECT height, hash, paused, read_again_from, hand_paused, hand_paused_by, hand_paused_at
            FROM chain_cursor
            WHERE environment = :environment AND network = :network
            """;

    private static final String LOCK = READ + " FOR UPDATE";

    private static final String START = """
            INSERT INTO chain_cursor (environment, network, height, hash, moved_at)
            VALUES (:environment, :network, :height, :hash, :at)
            ON CONFLICT ON CONSTRAINT chain_cursor_pk DO NOTHING
            """;

    private static final String MOVE = """
            UPDATE chain_cursor SET height = :height, hash = :hash, moved_at = :at
            WHERE environment = :environment AND network = :network
            """;

    private static final String PAUSE = """
            UPDATE chain_cursor SET paused = :why
            WHERE environment = :environment AND network = :network
            """;

    private static final String PAUSED = """
            SELECT environment, network, height, hash, paused FROM chain_cursor
            WHERE paused IS NOT NULL
            ORDER BY environment, network
            """;

    private static final String READ_AGAIN = """
            UPDATE chain_cursor SET read_again_from = least(read_again_from, :height)
            WHERE environment = :environment AND network = :network
            """;

    private static final String RESUME = """
            UPDATE chain_cursor SET paused = NULL, read_again_from = NULL
            WHERE environment = :environment AND network = :network
            """;

    private static final String PAUSE_BY_HAND = """
            UPDATE chain_cursor SET hand_paused = :reason, hand_paused_by = :by, hand_paused_at = :at
            WHERE environment = :environment AND network = :network
            """;

    private static final String END_HAND_PAUSE = """
            UPDATE chain_cursor SET hand_paused = NULL, hand_paused_by = NULL, hand_paused_at = NULL
            WHERE environment = :environment AND network = :network
            """;

    private static final String ADD_TO_TRAIL = """
            INSERT INTO chain_trail (environment, network, height, hash)
            VALUES (:environment, :network, :height, :hash)
            ON CONFLICT ON CONSTRAINT chain_trail_pk DO UPDATE SET hash = excluded.hash
            """;

    private static final String THIN_TRAIL = """
            DELETE FROM chain_trail
            WHERE environment = :environment AND network = :network
            AND height < :height - :whole AND height % :thinned <> 0
            AND height > (SELECT min(height) FROM chain_trail
                          WHERE environment = :environment AND network = :network)
            """;

    private static final String CUT_TRAIL = """
            DELETE FROM chain_trail
            WHERE environment = :environment AND network = :network AND height > :height
            """;

    private static final String TRAIL = """
            SELECT height, hash FROM chain_trail
            WHERE environment = :environment AND network = :network
            ORDER BY height DESC
            """;

    Optional<Cursor> read(Transaction tx, ChainId chain) {
        return named(tx.sql().createQuery(READ), chain)
                .map((row, context) -> cursor(row))
                .findOne();
    }

    Optional<Cursor> lock(Transaction tx, ChainId chain) {
        return named(tx.sql().createQuery(LOCK), chain)
                .map((row, context) -> cursor(row))
                .findOne();
    }

    void start(Transaction tx, ChainId chain, BlockRef block, Instant at) {
        placed(named(tx.sql().createUpdate(START), chain), block).bind("at", at).execute();
        addToTrail(tx, chain, block);
    }

    /// Moves forward to `block`, a descendant of where the cursor was.
    void advance(Transaction tx, ChainId chain, BlockRef block, Instant at) {
        move(tx, chain, block, at);
        addToTrail(tx, chain, block);
        named(tx.sql().createUpdate(THIN_TRAIL), chain)
                .bind("height", block.height())
                .bind("whole", TRAIL_WHOLE)
                .bind("thinned", THINNED)
                .execute();
    }

    /// Moves back to `block`, an ancestor on both branches.
    void retreat(Transaction tx, ChainId chain, BlockRef block, Instant at) {
        move(tx, chain, block, at);
        named(tx.sql().createUpdate(CUT_TRAIL), chain)
                .bind("height", block.height())
                .execute();
    }

    private void move(Transaction tx, ChainId chain, BlockRef block, Instant at) {
        placed(named(tx.sql().createUpdate(MOVE), chain), block).bind("at", at).execute();
    }

    private void addToTrail(Transaction tx, ChainId chain, BlockRef block) {
        placed(named(tx.sql().createUpdate(ADD_TO_TRAIL), chain), block).execute();
    }

    void pause(Transaction tx, ChainId chain, Optional<String> why) {
        named(tx.sql().createUpdate(PAUSE), chain).bind("why", why.orElse(null)).execute();
    }

    void pauseByHand(Transaction tx, ChainId chain, HandPause pause) {
        named(tx.sql().createUpdate(PAUSE_BY_HAND), chain)
                .bind("reason", pause.reason())
                .bind("by", pause.by())
                .bind("at", pause.at())
                .execute();
    }

    void endHandPause(Transaction tx, ChainId chain) {
        named(tx.sql().createUpdate(END_HAND_PAUSE), chain).execute();
    }

    /// The chains that incidents have paused.
    List<PausedChain> paused(Transaction tx) {
        return tx.sql()
                .createQuery(PAUSED)
                .map((row, context) -> new PausedChain(chain(row), block(row), row.getString("paused")))
                .list();
    }

    /// What lies above `height` is to be read again once the pause ends.
    void readAgain(Transaction tx, ChainId chain, long height) {
        named(tx.sql().createUpdate(READ_AGAIN), chain).bind("height", height).execute();
    }

    void resume(Transaction tx, ChainId chain) {
        named(tx.sql().createUpdate(RESUME), chain).execute();
    }

    /// Blocks we stood on, newest first.
    List<BlockRef> trail(Transaction tx, ChainId chain) {
        return named(tx.sql().createQuery(TRAIL), chain)
                .map((row, context) -> block(row))
                .list();
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        Long readAgainFrom = row.getObject("read_again_from", Long.class);
        return new Cursor(
                block(row),
                Optional.ofNullable(row.getString("paused")),
                readAgainFrom == null ? OptionalLong.empty() : OptionalLong.of(readAgainFrom),
                handPause(row));
    }

    static Optional<HandPause> handPause(ResultSet row) throws SQLException {
        String reason = row.getString("hand_paused");
        return reason == null
                ? Optional.empty()
                : Optional.of(new HandPause(
                        reason,
                        row.getString("hand_paused_by"),
                        row.getObject("hand_paused_at", OffsetDateTime.class).toInstant()));
    }

    private static ChainId chain(ResultSet row) throws SQLException {
        return new ChainId(
                Environment.parse(row.getString("environment")).orElseThrow(),
                Network.parse(row.getString("network")).orElseThrow());
    }

    private static BlockRef block(ResultSet row) throws SQLException {
        return new BlockRef(row.getLong("height"), new BlockHash(row.getString("hash")));
    }

    private static <S extends SqlStatement<S>> S named(S statement, ChainId chain) {
        return statement
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code());
    }

    private static <S extends SqlStatement<S>> S placed(S statement, BlockRef block) {
        return statement
                .bind("height", block.height())
                .bind("hash", block.hash().value());
    }
}
