package dev.offramp.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/// A PostgreSQL database: the pool, and the one way to run a transaction.
public final class Database implements AutoCloseable {

    /// How often a transaction is run again after a serialization failure or a deadlock before it becomes a
    /// [Trouble].
    private static final int TRIES = 5;

    /// The oldest PostgreSQL that every statement runs on.
    private static final int OLDEST_MAJOR = 15;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final CommitPoints commitPoints;

    private Database(HikariDataSource pool, CommitPoints commitPoints) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .registerArrayType(BigDecimal.class, "numeric")
                // As ISO text with its zone: the driver's own form would be the session's local time.
                .registerArrayType(Instant.class, "timestamptz", Instant::toString)
                .registerArrayType(byte[].class, "bytea");
        // A failure says what the server says, never the values that were bound: account numbers, hashes.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        this.commitPoints = commitPoints;
    }

    /// Opens a pool of at most `connections` (two or more: migrating takes one beside the one that holds the lock) and
    /// brings the schema up to date. Safe when several processes
    /// start at once: migrations run under a lock.
    ///
    /// @throws StartRefused when the server cannot be reached, does not let us in, or is too old
    public static Database open(DatabaseAddress address, int connections) {
        return open(address, connections, CommitPoints.NONE);
    }

    public static Database open(DatabaseAddress address, int connections, CommitPoints commitPoints) {
        HikariDataSource pool = pool(config(address, connections), address);
        boolean opened = false;
        try {
            requireVersion(serverVersion(pool));
            migrate(Flyway.configure().dataSource(pool).load());
            opened = true;
            return new Database(pool, commitPoints);
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    /// Migrations that this program does not know are of a newer one, whose rows it might misread.
    private static void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().applied())
                .filter(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)
                .findFirst()
                .ifPresent(newer -> {
                    throw new StartRefused("the database is of a newer version of the program (its schema is at "
                            + newer.getVersion() + "): start that version, or restore a backup from before");
                });
        flyway.migrate();
    }

    /// Opens a database in an empty schema and makes the tables of an earlier version of the program there, or of this
    /// one.
    ///
    /// @param version of the schema
    public static Database prepare(DatabaseAddress address, int connections, int version) {
        HikariDataSource pool = pool(config(address, connections), address);
        boolean prepared = false;
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .target(Integer.toString(version))
                    .load()
                    .migrate();
            prepared = true;
            return new Database(pool, CommitPoints.NONE);
        } finally {
            if (!prepared) {
                pool.close();
            }
        }
    }

    /// [#open] of a database as it is, whatever is in it or not.
    ///
    /// @throws StartRefused when the server cannot be reached, does not let us in, or is too old
    public static Database openAsItIs(DatabaseAddress address, int connections) {
        HikariDataSource pool = pool(config(address, connections), address);
        boolean opened = false;
        try {
            requireVersion(serverVersion(pool));
            opened = true;
            return new Database(pool, CommitPoints.NONE);
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    /// [#open] where the schema is known to be up to date.
    public static Database join(DatabaseAddress address, int connections, CommitPoints commitPoints) {
        return new Database(pool(config(address, connections), address), commitPoints);
    }

    private static HikariConfig config(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setAutoCommit(true);
        config.setPoolName("database");
        // The server's details quote the row that failed.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        address.connectionSettings().forEach(config::addDataSourceProperty);
        // The URL's own would win over the setting.
        address.schema().ifPresent(config::setSchema);
        return config;
    }

    private static HikariDataSource pool(HikariConfig config, DatabaseAddress address) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StartRefused(
                    "the database " + address + " cannot be used: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    private static int serverVersion(HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new StartRefused("the database went away while we were starting", e);
        }
    }

    static void requireVersion(int major) {
        if (major < OLDEST_MAJOR) {
            throw new StartRefused(
                    "the database is PostgreSQL " + major + "; PostgreSQL " + OLDEST_MAJOR + " or newer is needed");
        }
    }

    /// Runs `work` in one READ COMMITTED transaction and commits it. On a serialization failure or a deadlock
    /// everything is rolled back and `work` runs again, so it must have no effect outside the transaction.
    ///
    /// @throws Trouble when the database is away, a lock or statement timed out, or the retries are used up
    public <T> T transact(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (JdbiException e) {
                Optional<String> state = sqlState(e);
                if (state.isPresent() && SqlState.isRetryable(state.get()) && attempt < TRIES) {
                    continue;
                }
                if (e instanceof ConnectionException
                        || state.filter(SqlState::isTrouble).isPresent()) {
                    throw new Trouble("the database did not answer", RETRY_AFTER, e);
                }
                throw e;
            }
        }
    }

    /// [#transact] for work that answers nothing.
    public void run(Consumer<Transaction> work) {
        transact(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /// Asks several questions of one moment: whatever commits meanwhile is not seen. Nothing may be written.
    public <T> T view(Function<Transaction, T> questions) {
        return transact(tx -> {
            tx.sql().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return questions.apply(tx);
        });
    }

    /// How the pool stands now; asks the database nothing.
    public Connections connections() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new Connections(
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
    }

    /// How far the schema is; empty where no migration ever ran.
    public Optional<Integer> schemaVersion() {
        return transact(tx -> SchemaStore.version(tx.sql()));
    }

    private <T> T once(Function<Transaction, T> work) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            Transaction tx = new Transaction(handle);
            T result;
            try {
                result = work.apply(tx);
                commitPoints.beforeCommit();
                handle.commit();
            } catch (Throwable t) {
                rollBack(handle, t);
                throw t;
            }
            tx.committed();
            commitPoints.afterCommit();
            return result;
        }
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /// The SQLSTATE behind a failure; empty when the failure is not the database's.
    private static Optional<String> sqlState(Throwable t) {
        for (Throwable cause = t; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        pool.close();
    }
}
