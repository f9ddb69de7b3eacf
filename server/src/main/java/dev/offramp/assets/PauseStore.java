package dev.offramp.assets;

import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// SQL of `asset_pause`.
final class PauseStore {

    /// A second reason replaces the first; it is out of use since the first.
    private static final String PAUSE = """
            INSERT INTO asset_pause (code, reason, since) VALUES (:code, :reason, :now)
            ON CONFLICT ON CONSTRAINT asset_pause_pk DO UPDATE SET reason = excluded.reason
            """;

    private static final String RESUME = "DELETE FROM asset_pause WHERE code = :code";

    private static final String LIST = "SELECT code, reason, since FROM asset_pause ORDER BY since, code";

    void pause(Transaction tx, AssetCode code, String reason, Instant now) {
        tx.sql()
                .createUpdate(PAUSE)
                .bind("code", code.value())
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    /// @return whether it was paused
    boolean resume(Transaction tx, AssetCode code) {
        return tx.sql().createUpdate(RESUME).bind("code", code.value()).execute() == 1;
    }

    List<Pause> list(Transaction tx) {
        return tx.sql()
                .createQuery(LIST)
                .map((row, context) -> new Pause(
                        new AssetCode(row.getString("code")),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
