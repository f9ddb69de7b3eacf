package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of `chain_look` and `chain_reorganisation`, and of what all three tables of chains say together.
final class ChainStateStore {

    private static final String LOOKED = """
            INSERT INTO chain_look (environment, network, tip, looked_at)
            VALUES (:environment, :network, :tip, :at)
            ON CONFLICT ON CONSTRAINT chain_look_pk DO UPDATE SET tip = excluded.tip, looked_at = excluded.looked_at
            """;

    private static final String TROUBLED = """
            INSERT INTO chain_look (environment, network, trouble, troubled_at)
            VALUES (:environment, :network, :trouble, :at)
            ON CONFLICT ON CONSTRAINT chain_look_pk
                DO UPDATE SET trouble = excluded.trouble, troubled_at = excluded.troubled_at
            """;

    private static final String REORGANISED = """
            INSERT INTO chain_reorganisation (environment, network, height_read, height_shared, noticed_at)
            VALUES (:environment, :network, :read, :shared, :at)
            """;

    private static final String ALL = """
            SELECT environment, network, height, hash, moved_at, first_height, paused,
                   hand_paused, hand_paused_by, hand_paused_at, tip, looked_at, trouble, troubled_at,
                   reorganised.times, reorganised.deepest, latest.depth, latest.noticed_at
            FROM chain_cursor FULL JOIN chain_look USING (environment, network)
            LEFT JOIN LATERAL (
                SELECT min(trail.height) AS first_height FROM chain_trail AS trail
                WHERE trail.environment = chain_cursor.environment AND trail.network = chain_cursor.network
            ) AS trail ON true
            LEFT JOIN LATERAL (
                SELECT count(*) AS times, max(its.height_read - its.height_shared) AS deepest
                FROM chain_reorganisation AS its
                WHERE its.environment = chain_cursor.environment AND its.network = chain_cursor.network
            ) AS reorganised ON true
            LEFT JOIN LATERAL (
                SELECT its.height_read - its.height_shared AS depth, its.noticed_at FROM chain_reorganisation AS its
                WHERE its.environment = chain_cursor.environment AND its.network = chain_cursor.network
                ORDER BY its.id DESC
                LIMIT 1
            ) AS latest ON true
            ORDER BY environment DESC, network
            """;

    void looked(Transaction tx, ChainId chain, long tip, Instant at) {
        named(tx.sql().createUpdate(LOOKED), chain)
                .bind("tip", tip)
                .bind("at", at)
                .execute();
    }

    void troubled(Transaction tx, ChainId chain, String trouble, Instant at) {
        named(tx.sql().createUpdate(TROUBLED), chain)
                .bind("trouble", trouble)
                .bind("at", at)
                .execute();
    }

    /// Reading went back from one height to another.
    void reorganised(Transaction tx, ChainId chain, long read, long shared, Instant at) {
        named(tx.sql().createUpdate(REORGANISED), chain)
                .bind("read", read)
                .bind("shared", shared)
                .bind("at", at)
                .execute();
    }

    /// Every chain that was ever looked at, production first.
    List<ChainState> all(Transaction tx) {
        return tx.sql().createQuery(ALL).map((row, context) -> state(row)).list();
    }

    private static ChainState state(ResultSet row) throws SQLException {
        ChainId chain = new ChainId(
                Environment.parse(row.getString("environment")).orElseThrow(),
                Network.parse(row.getString("network")).orElseThrow());
        return new ChainState(
                chain,
                read(row),
                look(row),
                trouble(row),
                reorganisations(row),
                Optional.ofNullable(row.getString("paused")),
                CursorStore.handPause(row));
    }

    private static Optional<ChainState.Read> read(ResultSet row) throws SQLException {
        String hash = row.getString("hash");
        if (hash == null) {
            return Optional.empty();
        }
        BlockRef block = new BlockRef(row.getLong("height"), new BlockHash(hash));
        return Optional.of(new ChainState.Read(block, row.getLong("first_height"), instant(row, "moved_at")));
    }

    private static Optional<ChainState.Look> look(ResultSet row) throws SQLException {
        Long tip = row.getObject("tip", Long.class);
        return tip == null ? Optional.empty() : Optional.of(new ChainState.Look(tip, instant(row, "looked_at")));
    }

    private static Optional<LastTrouble> trouble(ResultSet row) throws SQLException {
        String what = row.getString("trouble");
        return what == null ? Optional.empty() : Optional.of(new LastTrouble(what, instant(row, "troubled_at")));
    }

    private static ChainState.Reorganisations reorganisations(ResultSet row) throws SQLException {
        Long depth = row.getObject("depth", Long.class);
        return new ChainState.Reorganisations(
                row.getLong("times"),
                row.getLong("deepest"),
                depth == null
                        ? Optional.empty()
                        : Optional.of(new ChainState.Reorganisation(depth, instant(row, "noticed_at"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <S extends SqlStatement<S>> S named(S statement, ChainId chain) {
        return statement
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code());
    }
}
