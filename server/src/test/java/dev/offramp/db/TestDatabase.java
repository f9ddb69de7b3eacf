package dev.offramp.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Real PostgreSQL databases for tests: a server per test JVM, a migrated template, a clone for whoever asks.
///
/// `OFFRAMP_TEST_DATABASE_URL` (a JDBC URL of a superuser) names a server of the machine's own instead, so that the
/// same tests run on the oldest PostgreSQL we support.
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = "t" + ProcessHandle.current().pid();

    private final String name;
    private final Database database;

    private TestDatabase(String name, DatabaseAddress address, CommitPoints commitPoints) {
        this.name = name;
        this.database = Database.join(address, CONNECTIONS, commitPoints);
    }

    /// A fresh, migrated, empty database.
    public static TestDatabase create() {
        return create(CommitPoints.NONE);
    }

    /// One without anything in it.
    public static TestDatabase empty() {
        String name = RUN + "_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return new TestDatabase(name, address(name), CommitPoints.NONE);
    }

    public static TestDatabase create(CommitPoints commitPoints) {
        String name = fresh();
        return new TestDatabase(name, address(name), commitPoints);
    }

    /// One whose statements [CountedStatements] sees.
    public static TestDatabase counted() {
        String name = fresh();
        DatabaseAddress address = address(name);
        DatabaseAddress counted = new DatabaseAddress(
                CountedStatements.url(address.jdbcUrl()),
                address.user(),
                address.password(),
                address.connectionSettings());
        return new TestDatabase(name, counted, CommitPoints.NONE);
    }

    private static String fresh() {
        String name = RUN + "_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
        return name;
    }

    public Database database() {
        return database;
    }

    /// Where it is, for a second process or a second pool on the same data.
    public DatabaseAddress address() {
        return address(name);
    }

    @Override
    public void close() {
        database.close();
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static DatabaseAddress address(String database) {
        String url = Server.URL.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
        // Away from UTC on purpose: nothing may depend on the session's time zone.
        return new DatabaseAddress(
                url, Optional.empty(), Optional.empty(), Map.of("options", "-c TimeZone=Asia/Kathmandu"));
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The server, started on first use and stopped with the JVM.
    private static final class Server {
        static final String URL =
                Optional.ofNullable(System.getenv("OFFRAMP_TEST_DATABASE_URL")).orElseGet(() -> TestPostgres.start());
    }

    /// The migrated database that all others are clones of.
    private static final class Template {
        static final String NAME = RUN + "_template";

        static {
            execute("CREATE DATABASE " + NAME);
            Runtime.getRuntime().addShutdownHook(new Thread(Template::drop));
            Database.open(address(NAME), 2).close();
        }

        private static void drop() {
            if (System.getenv("OFFRAMP_TEST_DATABASE_URL") != null) {
                execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
            }
        }
    }
}
