package dev.offramp.backups;

import dev.offramp.db.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// SQL that makes and fills the staging, and moves what is in it to where the program looks.
final class RestoreStore {

    private static final int BUFFER_BYTES = 64 * 1024;

    private static final String TARGET = "SELECT current_schema()";

    /// What belongs to an extension is the server's, not the program's.
    private static final String IS_USED = """
            SELECT EXISTS (
                SELECT FROM (
                    SELECT 'pg_class'::regclass AS kind, oid, relnamespace AS space FROM pg_class
                    UNION ALL
                    SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type WHERE typtype = 'd'
                ) AS thing
                JOIN pg_namespace ON pg_namespace.oid = thing.space
                WHERE nspname = current_schema()
                AND NOT EXISTS (
                    SELECT FROM pg_depend WHERE classid = thing.kind AND objid = thing.oid AND deptype = 'e'))
            """;

    private static final String MAY_MAKE_SCHEMAS = """
            SELECT has_database_privilege(current_database(), 'CREATE')
                AND has_schema_privilege(current_schema(), 'CREATE')
            """;

    private static final String DROP = "DROP SCHEMA IF EXISTS %s CASCADE";
    private static final String CREATE = "CREATE SCHEMA %s";

    /// What migrations write into a new database is in the backup, too.
    private static final String EMPTY = "TRUNCATE %s RESTART IDENTITY";

    private static final String COPY = "COPY %s (%s) FROM STDIN";
    private static final String SET_SEQUENCE = "SELECT setval(quote_ident(:name)::regclass, :last)";
    private static final String ANALYSE = "ANALYZE %s";

    /// Indexes, constraints and the sequences of columns go along with their tables.
    private static final String MOVES = """
            SELECT format('ALTER %s %I.%I SET SCHEMA %I', kind, :from::text, name, :to::text)
            FROM (
                SELECT CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind, relname AS name, relnamespace AS space
                FROM pg_class WHERE relkind IN ('r', 'v')
                UNION ALL
                SELECT 'DOMAIN', typname, typnamespace FROM pg_type WHERE typtype = 'd'
            ) AS thing
            JOIN pg_namespace ON pg_namespace.oid = thing.space
            WHERE nspname = :from
            """;

    /// Refused by the database where anything was left behind.
    private static final String DROP_EMPTY = "DROP SCHEMA %s";

    /// Where names without a schema lead; empty where they lead nowhere.
    Optional<String> target(Transaction tx) {
        return tx.sql().createQuery(TARGET).mapTo(String.class).findOne();
    }

    boolean isUsed(Transaction tx) {
        return tx.sql().createQuery(IS_USED).mapTo(Boolean.class).one();
    }

    boolean mayMakeSchemas(Transaction tx) {
        return tx.sql().createQuery(MAY_MAKE_SCHEMAS).mapTo(Boolean.class).one();
    }

    void drop(Transaction tx, String schema) {
        tx.sql().execute(DROP.formatted(BackupStore.quoted(schema)));
    }

    void create(Transaction tx, String schema) {
        tx.sql().execute(CREATE.formatted(BackupStore.quoted(schema)));
    }

    void empty(Transaction tx, List<String> tables) {
        tx.sql()
                .execute(
                        EMPTY.formatted(tables.stream().map(BackupStore::quoted).collect(Collectors.joining(", "))));
    }

    /// Reads the rows of a table.
    ///
    /// @return how many there are
    long copy(Transaction tx, Manifest.Table table, InputStream rows) throws IOException {
        String columns = table.columns().stream().map(BackupStore::quoted).collect(Collectors.joining(", "));
        String sql = COPY.formatted(BackupStore.quoted(table.name()), columns);
        try {
            CopyIn copy = tx.sql()
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql);
            try {
                feed(copy, rows);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new CopyFailed(table.name(), e);
        }
    }

    private static void feed(CopyIn copy, InputStream rows) throws SQLException, IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
            copy.writeToCopy(buffer, 0, read);
        }
    }

    void setSequence(Transaction tx, Manifest.Sequence sequence) {
        tx.sql()
                .createQuery(SET_SEQUENCE)
                .bind("name", sequence.name())
                .bind("last", sequence.last())
                .mapTo(Long.class)
                .one();
    }

    void analyse(Transaction tx, String table) {
        tx.sql().execute(ANALYSE.formatted(BackupStore.quoted(table)));
    }

    /// Moves everything from one schema into another, and takes the first one away.
    void move(Transaction tx, String from, String to) {
        List<String> moves = tx.sql()
                .createQuery(MOVES)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .list();
        moves.forEach(move -> tx.sql().execute(move));
        tx.sql().execute(DROP_EMPTY.formatted(BackupStore.quoted(from)));
    }
}
