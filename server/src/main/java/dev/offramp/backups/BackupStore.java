package dev.offramp.backups;

import dev.offramp.db.Transaction;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// SQL that reads all tables there are, as the catalogue of the database names them.
final class BackupStore {

    /// A role may have limits that are meant for shorter work; and what is written must not depend on the session.
    private static final String SETTLE = """
            SELECT set_config(name, value, true)
            FROM (VALUES
                ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0'),
                ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('TimeZone', 'UTC'), ('bytea_output', 'hex')
            ) AS wanted (name, value)
            JOIN pg_settings USING (name)
            """;

    private static final String HAS_HISTORY = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";

    private static final String MIGRATIONS = """
            SELECT version::int FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY 1
            """;

    private static final String COLUMNS = """
            SELECT relname AS table, attname AS column, atttypid = 'xid8'::regtype AS is_transaction
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace AS space
                ON space.oid = relnamespace
            WHERE nspname = current_schema() AND relkind = 'r' AND relname <> 'flyway_schema_history'
            AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY relname, attnum
            """;

    private static final String REFERENCES = """
            SELECT referring.relname AS from_table, referred.relname AS to_table
            FROM pg_constraint
            JOIN pg_class AS referring ON referring.oid = conrelid
            JOIN pg_class AS referred ON referred.oid = confrelid
            JOIN pg_namespace AS space ON space.oid = referring.relnamespace
            WHERE contype = 'f' AND nspname = current_schema() AND conrelid <> confrelid
            """;

    private static final String SEQUENCES = """
            SELECT sequencename AS name, last_value AS last FROM pg_sequences
            WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1
            """;

    private static final String COUNT = "SELECT count(*) FROM %s";
    private static final String COPY = "COPY (SELECT %s FROM %s) TO STDOUT";

    /// To another server the number of a transaction says nothing: 0 lies before all.
    private static final String BEFORE_ALL = "'0'::xid8";

    /// @param isTransaction whether it holds numbers of this server's transactions
    record Column(String table, String name, boolean isTransaction) {}

    /// A table that can only be loaded after another one.
    record Reference(String from, String to) {}

    void settle(Transaction tx) {
        tx.sql().createQuery(SETTLE).mapTo(String.class).list();
    }

    boolean hasHistory(Transaction tx) {
        return tx.sql().createQuery(HAS_HISTORY).mapTo(Boolean.class).one();
    }

    List<Integer> migrations(Transaction tx) {
        return tx.sql().createQuery(MIGRATIONS).mapTo(Integer.class).list();
    }

    /// Of all tables; the columns that the database makes of others are not among them.
    Map<String, List<Column>> columns(Transaction tx) {
        return tx.sql()
                .createQuery(COLUMNS)
                .map((row, context) ->
                        new Column(row.getString("table"), row.getString("column"), row.getBoolean("is_transaction")))
                .collect(Collectors.groupingBy(Column::table));
    }

    List<Reference> references(Transaction tx) {
        return tx.sql()
                .createQuery(REFERENCES)
                .map((row, context) -> new Reference(row.getString("from_table"), row.getString("to_table")))
                .list();
    }

    List<Manifest.Sequence> sequences(Transaction tx) {
        return tx.sql()
                .createQuery(SEQUENCES)
                .map((row, context) -> new Manifest.Sequence(row.getString("name"), row.getLong("last")))
                .list();
    }

    long count(Transaction tx, String table) {
        return tx.sql()
                .createQuery(COUNT.formatted(quoted(table)))
                .mapTo(Long.class)
                .one();
    }

    /// Writes all rows of a table, one a line.
    ///
    /// @param progress is told how many there are so far, row by row
    void copy(Transaction tx, String table, List<Column> columns, OutputStream out, LongConsumer progress)
            throws IOException {
        String values = columns.stream().map(BackupStore::value).collect(Collectors.joining(", "));
        String sql = COPY.formatted(values, quoted(table));
        try {
            CopyOut rows = tx.sql()
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(sql);
            long done = 0;
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                out.write(row);
                progress.accept(++done);
            }
        } catch (SQLException e) {
            throw new CopyFailed(table, e);
        }
    }

    private static String value(Column column) {
        return column.isTransaction() ? BEFORE_ALL : quoted(column.name());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
