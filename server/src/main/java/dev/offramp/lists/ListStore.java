package dev.offramp.lists;

import dev.offramp.db.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// SQL that reads lists. It is put together from what rooms declare ([ListedTable]); what was asked for is bound.
final class ListStore {

    /// A rare value and a common one want different plans.
    private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

    private static final String COUNT = "SELECT count(*) FROM %s WHERE %s";

    private static final String EXPECT = "EXPLAIN SELECT id FROM %s WHERE %s";
    private static final Pattern EXPECTED_ROWS = Pattern.compile("rows=(\\d+)");

    /// What is skipped is skipped in the index alone.
    private static final String PAGE = """
            SELECT listed.*
            FROM (SELECT id FROM %s WHERE %s ORDER BY %s LIMIT :size OFFSET :skip) AS page
                JOIN %s AS listed ON listed.id = page.id
            ORDER BY %s
            """;

    private static final String BATCH = "SELECT * FROM %s WHERE %s ORDER BY %s LIMIT :size";

    private final CheckpointStore checkpoints = new CheckpointStore();

    CheckpointStore checkpoints() {
        return checkpoints;
    }

    void planEachTime(Transaction tx) {
        tx.sql().execute(PLAN_EACH_TIME);
    }

    long count(Transaction tx, ListedTable table, Restriction all) {
        return bound(tx.sql().createQuery(COUNT.formatted(table.table(), all.where())), all)
                .mapTo(Long.class)
                .one();
    }

    /// How many the planner expects: a guess that costs nothing.
    long expected(Transaction tx, ListedTable table, Restriction all) {
        String plan = bound(tx.sql().createQuery(EXPECT.formatted(table.table(), all.where())), all)
                .mapTo(String.class)
                .first();
        Matcher rows = EXPECTED_ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    <T> List<T> page(
            Transaction tx,
            ListedTable table,
            Restriction all,
            ListedTable.Ordering ordering,
            long skip,
            int size,
            RowMapper<T> mapper) {
        String name = table.table();
        String outer = ordering.orderBy().replace(", id", ", listed.id");
        String sql = PAGE.formatted(name, all.where(), ordering.orderBy(), name, outer);
        return bound(tx.sql().createQuery(sql), all)
                .bind("size", size)
                .bind("skip", skip)
                .map(mapper)
                .list();
    }

    private record Keyed<T>(T item, Batch.Place place) {}

    <T> Batch<T> batch(
            Transaction tx,
            ListedTable table,
            Restriction left,
            ListedTable.Ordering ordering,
            int max,
            RowMapper<T> mapper) {
        ListSort sort = ordering.sort();
        List<Keyed<T>> rows = bound(
                        tx.sql().createQuery(BATCH.formatted(table.table(), left.where(), ordering.orderBy())), left)
                .bind("size", max)
                .map((row, context) -> new Keyed<>(
                        mapper.map(row, context),
                        new Batch.Place(row.getObject(sort.column(), sort.type()), row.getString("id"))))
                .list();
        Optional<Batch.Place> next = rows.size() < max
                ? Optional.empty()
                : Optional.of(rows.getLast().place());
        return new Batch<>(rows.stream().map(Keyed::item).toList(), next);
    }

    private static Query bound(Query query, Restriction all) {
        return query.bindMap(all.values());
    }
}
