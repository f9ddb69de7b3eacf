package dev.offramp.secrets;

import dev.offramp.db.Transaction;
import java.util.HexFormat;
import java.util.List;

/// SQL that goes through tables for what lies in the clear. It is put together from what rooms declare
/// ([ClearColumn]).
final class SealingStore {

    /// A statement of its own before the others, so that these see all that another process has sealed.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('secrets.sealing', 0))";

    /// Statistics of before would have the planner read the whole table.
    private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

    private static final String ANY_LEFT = "SELECT EXISTS (SELECT FROM %s WHERE %s)";

    private static final String PAGES = """
            SELECT pg_relation_size(:table::regclass) / current_setting('block_size')::bigint
            """;

    private static final String CLEAR_ROWS = """
            SELECT ctid::text AS place, %s AS id, %s AS plain FROM %s
            WHERE ctid >= :from::tid AND ctid < :upto::tid AND %s
            FOR UPDATE
            """;

    private static final String SEAL = """
            UPDATE %1$s SET %2$s = decode(made.sealed, 'hex'), %3$s
            FROM unnest(:places, :sealed) AS made (place, sealed)
            WHERE %1$s.ctid = made.place::tid
            """;

    /// @param place where the row lies for as long as this transaction holds it
    record ClearRow(String place, String id, byte[] plain) {}

    record SealedRow(String place, byte[] sealed) {}

    void lock(Transaction tx) {
        tx.sql().createQuery(LOCK).mapTo(String.class).list();
    }

    boolean anyLeft(Transaction tx, ClearColumn column) {
        tx.sql().execute(BY_INDEX);
        return tx.sql()
                .createQuery(ANY_LEFT.formatted(column.table(), column.isClear()))
                .mapTo(Boolean.class)
                .one();
    }

    long pages(Transaction tx, ClearColumn column) {
        return tx.sql()
                .createQuery(PAGES)
                .bind("table", column.table())
                .mapTo(Long.class)
                .one();
    }

    /// Locks and reads the rows that lie in the clear on the pages `from` to before `upto`.
    List<ClearRow> clearRows(Transaction tx, ClearColumn column, long from, long upto) {
        String sql = CLEAR_ROWS.formatted(column.id(), column.plain(), column.table(), column.isClear());
        return tx.sql()
                .createQuery(sql)
                .bind("from", "(" + from + ",0)")
                .bind("upto", "(" + upto + ",0)")
                .map((row, context) -> new ClearRow(row.getString("place"), row.getString("id"), row.getBytes("plain")))
                .list();
    }

    void seal(Transaction tx, ClearColumn column, List<SealedRow> rows) {
        tx.sql()
                .createUpdate(SEAL.formatted(column.table(), column.sealed(), column.emptied()))
                .bindArray(
                        "places",
                        String.class,
                        rows.stream().map(SealedRow::place).toList())
                .bindArray(
                        "sealed",
                        String.class,
                        rows.stream()
                                .map(row -> HexFormat.of().formatHex(row.sealed()))
                                .toList())
                .execute();
    }
}
