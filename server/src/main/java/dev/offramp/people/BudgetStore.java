package dev.offramp.people;

import dev.offramp.db.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;

/// SQL of `sign_in_budget`.
final class BudgetStore {

    /// One try more, whichever processes it came to. It is counted to one beyond the limit and no further, so that a
    /// try given back is a try.
    private static final String TAKE = """
            INSERT INTO sign_in_budget (key, used, ends_at) VALUES (:key, 1, :ends_at)
            ON CONFLICT ON CONSTRAINT sign_in_budget_pk DO UPDATE
            SET used    = CASE WHEN sign_in_budget.ends_at <= :now THEN 1
                               ELSE least(sign_in_budget.used, :most) + 1 END,
                ends_at = CASE WHEN sign_in_budget.ends_at <= :now THEN excluded.ends_at
                               ELSE sign_in_budget.ends_at END
            RETURNING used, ends_at
            """;

    private static final String GIVE_BACK = """
            UPDATE sign_in_budget SET used = greatest(used - 1, 0) WHERE key = :key
            """;

    private static final String FORGET = "DELETE FROM sign_in_budget WHERE key = :key";

    private static final String EXPIRE = """
            DELETE FROM sign_in_budget WHERE key IN (
                SELECT key FROM sign_in_budget WHERE ends_at <= :now LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    /// How far a budget is used.
    record Used(int tries, Instant endsAt) {}

    Used take(Transaction tx, byte[] key, int most, Instant now, Instant endsAt) {
        return tx.sql()
                .createQuery(TAKE)
                .bind("key", key)
                .bind("most", most)
                .bind("now", now)
                .bind("ends_at", endsAt)
                .map((row, context) -> new Used(
                        row.getInt("used"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .one();
    }

    void giveBack(Transaction tx, byte[] key) {
        tx.sql().createUpdate(GIVE_BACK).bind("key", key).execute();
    }

    void forget(Transaction tx, byte[] key) {
        tx.sql().createUpdate(FORGET).bind("key", key).execute();
    }

    int expire(Transaction tx, Instant now, int most) {
        return tx.sql().createUpdate(EXPIRE).bind("now", now).bind("most", most).execute();
    }
}
