package dev.offramp.facts;

import dev.offramp.db.Transaction;
import java.util.HashMap;
import java.util.Map;

/// SQL of how far `fact_inbox` and `fact_reader` are behind. Only counts: written by [FactStore].
final class FactLagStore {

    private static final String UNNUMBERED = """
            SELECT count(*) FROM (SELECT FROM fact_inbox LIMIT :max) AS waiting
            """;

    private static final String BEHIND = """
            SELECT reader.name, greatest(sequencer.last_position - reader.position, 0) AS behind
            FROM fact_reader AS reader CROSS JOIN fact_sequencer AS sequencer
            """;

    long unnumbered(Transaction tx, int max) {
        return tx.sql()
                .createQuery(UNNUMBERED)
                .bind("max", max)
                .mapTo(Long.class)
                .one();
    }

    Map<String, Long> behind(Transaction tx) {
        Map<String, Long> behind = new HashMap<>();
        tx.sql()
                .createQuery(BEHIND)
                .map((row, context) -> behind.put(row.getString("name"), row.getLong("behind")))
                .list();
        return behind;
    }
}
