package dev.offramp.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// What is in a database, to compare it with another one: a digest of the rows of each table, whatever their order.
/// Numbers of transactions, which are the server's, and what is counted by them do not belong to it.
public final class Contents {

    private static final String TABLES = """
            SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = current_schema() AND relkind = 'r'
            AND relname NOT IN ('flyway_schema_history', 'list_horizon', 'list_total', 'list_mark')
            """;

    private static final String DIGEST = """
            SELECT count(*) || ' ' || coalesce(md5(string_agg(line, chr(10) ORDER BY line COLLATE "C")), '')
            FROM (SELECT (to_jsonb(t) - 'inserted_in')::text AS line FROM %s AS t) AS lines
            """;

    private static final String RELATIONS = """
            SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
            """;

    private Contents() {}

    /// By table: how many rows, and their digest.
    public static Map<String, String> of(DatabaseAddress address) {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String table : strings(statement, TABLES)) {
                contents.put(table, strings(statement, DIGEST.formatted(table)).getFirst());
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether there is nothing at all in it, in any schema.
    public static boolean isNothing(DatabaseAddress address) {
        return "0".equals(query(address, RELATIONS));
    }

    /// The first column of the first row.
    public static String query(DatabaseAddress address, String sql) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            return strings(statement, sql).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        Properties login = new Properties();
        address.user().ifPresent(user -> login.put("user", user));
        address.password().ifPresent(password -> login.put("password", password));
        return DriverManager.getConnection(address.jdbcUrl(), login);
    }
}
