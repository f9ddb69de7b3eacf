package dev.offramp.bulletins;

import dev.offramp.db.Transaction;
import java.time.Instant;

/// SQL of the table `status_budget`.
final class BudgetStore {

    private static final String TAKE = """
            INSERT INTO status_budget (key, used, ends_at) VALUES (:key, 1, :ends_at)
            ON CONFLICT ON CONSTRAINT status_budget_pk DO UPDATE
            SET used    = CASE WHEN status_budget.ends_at <= :now THEN 1 ELSE least(status_budget.used, :most) + 1 END,
                ends_at = CASE WHEN status_budget.ends_at <= :now THEN excluded.ends_at
                               ELSE status_budget.ends_at END
            RETURNING used
            """;

    private static final String EXPIRE = "DELETE FROM status_budget WHERE ends_at <= :now";

    /// @return how often it was used since it began, counted to one beyond the most
    int take(Transaction tx, byte[] key, int most, Instant now, Instant endsAt) {
        return tx.sql()
                .createQuery(TAKE)
                .bind("key", key)
                .bind("most", most)
                .bind("now", now)
                .bind("ends_at", endsAt)
                .mapTo(Integer.class)
                .one();
    }

    void expire(Transaction tx, Instant now) {
        tx.sql().createUpdate(EXPIRE).bind("now", now).execute();
    }
}
