package dev.offramp.dashboard;

import dev.offramp.db.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All that is in the database, row by row, as text that begins with the name of the table.
record Rows(Set<String> all) {

    private static final String TABLES = """
            SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename
            """;

    static Rows of(Database db) {
        return db.view(tx -> {
            Set<String> rows = new HashSet<>();
            List<String> tables =
                    tx.sql().createQuery(TABLES).mapTo(String.class).list();
            for (String table : tables) {
                tx.sql()
                        .createQuery("SELECT t::text FROM " + table + " t")
                        .mapTo(String.class)
                        .forEach(row -> rows.add(table + " " + row));
            }
            return new Rows(rows);
        });
    }

    /// Those that are not there, or not as they are here.
    Set<String> without(Rows others) {
        Set<String> rows = new HashSet<>(all);
        rows.removeAll(others.all);
        return rows;
    }
}
