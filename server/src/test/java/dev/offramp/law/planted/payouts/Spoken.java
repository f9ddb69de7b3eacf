package dev.offramp.law.planted.payouts;

import dev.offramp.db.Transaction;
import java.util.List;

final class Spoken {
    private static final String SELECT = """
            SELECT id FROM payout WHERE id = :id
            """;

    private Spoken() {}

    static List<String> all(Transaction tx, String id) {
        tx.sql().execute("UPDATE payout SET status = 'x' WHERE id = " + id);
        return List.of(SELECT, "WITH due AS (SELECT 1) SELECT");
    }
}
