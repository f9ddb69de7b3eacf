package dev.offramp.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// The PostgreSQL that comes with the program, kept in the data folder, durable, on loopback, behind a password.
///
/// One process at a time runs it and holds the folder's lock; others join it. It lives in a session of its own, so
/// that Ctrl-C reaches the program alone; who starts it must [#close] it, as the last thing on the way down. If the
/// program is killed, PostgreSQL lives on, and the next start stops it first.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int START_TRIES = 3;
    private static final int JOIN_TRIES = 600;
    private static final long JOIN_PAUSE_MS = 100;

    private final DatabaseAddress address;
    private final Optional<Running> running;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// What we must stop and let go of.
    private record Running(PostgresFolder folder, FolderLock lock, PostgresCluster cluster, DatabaseAddress superuser)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (lock) {
                folder.deleteAddress();
                cluster.stop();
            }
        }
    }

    private EmbeddedPostgres(DatabaseAddress address, Optional<Running> running) {
        this.address = address;
        this.running = running;
    }

    /// Starts the server of the data folder `data`, made on first use with a password from `random`.
    ///
    /// @throws StartRefused when another process runs it, or the folder cannot be used
    public static EmbeddedPostgres start(Path data, RandomGenerator random) {
        return start(data, random, Map.of());
    }

    /// [#start] with more PostgreSQL settings, for tests that need no durability.
    static EmbeddedPostgres start(Path data, RandomGenerator random, Map<String, String> moreSettings) {
        try {
            PostgresFolder folder = PostgresFolder.make(data);
            return tryStart(folder, random, moreSettings)
                    .orElseThrow(() -> new StartRefused("the data folder " + folder.path() + " is in use by process "
                            + holder(folder) + ": stop that one first, or choose another folder by OFFRAMP_DATA"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Joins the server that another process runs on `data`, else starts it. For commands beside a running program.
    public static EmbeddedPostgres startOrJoin(Path data, RandomGenerator random) {
        try {
            PostgresFolder folder = PostgresFolder.make(data);
            for (int i = 0; i < JOIN_TRIES; i++) {
                Optional<EmbeddedPostgres> ours = tryStart(folder, random, Map.of());
                if (ours.isPresent()) {
                    return ours.get();
                }
                Optional<DatabaseAddress> theirs = folder.readAddress();
                if (theirs.isPresent()) {
                    return new EmbeddedPostgres(theirs.get(), Optional.empty());
                }
                Thread.sleep(JOIN_PAUSE_MS);
            }
            throw new StartRefused("process " + holder(folder) + " is using the data folder " + folder.path()
                    + " but its database does not start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while waiting for the database", e);
        }
    }

    /// Empty when another process holds the folder.
    private static Optional<EmbeddedPostgres> tryStart(
            PostgresFolder folder, RandomGenerator random, Map<String, String> moreSettings) throws IOException {
        Optional<FolderLock> lock = FolderLock.take(folder.lock());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        boolean started = false;
        try {
            folder.deleteAddress();
            String password = folder.password(random);
            PostgresCluster cluster = cluster(folder, password);
            int port = start(cluster, moreSettings);
            RoleStore.ensure(local(port, RoleStore.ANY, PostgresCluster.SUPERUSER, password), password);
            DatabaseAddress superuser = local(port, RoleStore.OWNER, PostgresCluster.SUPERUSER, password);
            DatabaseAddress address = local(port, RoleStore.OWNER, RoleStore.OWNER, password);
            folder.writeAddress(address);
            started = true;
            return Optional.of(
                    new EmbeddedPostgres(address, Optional.of(new Running(folder, lock.get(), cluster, superuser))));
        } finally {
            if (!started) {
                lock.get().close();
            }
        }
    }

    private static PostgresCluster cluster(PostgresFolder folder, String password) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpack(folder.binaries());
        int we = (int) new UnixSystem().getUid();
        return folder.hasCluster()
                ? PostgresCluster.existing(binaries, folder.cluster(), we)
                : PostgresCluster.make(binaries, folder, password, we);
    }

    /// Starts on a free port; tries again when somebody else took it in between.
    private static int start(PostgresCluster cluster, Map<String, String> moreSettings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            cluster.stopOrphan();
            int port = freePort();
            try {
                cluster.start(port, moreSettings);
                return port;
            } catch (StartRefused refused) {
                if (attempt == START_TRIES) {
                    throw refused;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static DatabaseAddress local(int port, String database, String user, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Optional.of(user), Optional.of(password));
    }

    private static String holder(PostgresFolder folder) {
        try {
            return FolderLock.holder(folder.lock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How the program logs in.
    public DatabaseAddress address() {
        return address;
    }

    /// Whether this process runs the server, rather than having joined it.
    public boolean isOurs() {
        return running.isPresent();
    }

    /// How the superuser logs in, where we run the server.
    DatabaseAddress superuser() {
        return running.orElseThrow().superuser();
    }

    /// Stops the server if we run it. Connections still open are cut, so whoever uses it must be done.
    @Override
    public void close() {
        if (running.isEmpty() || !closed.compareAndSet(false, true)) {
            return;
        }
        try {
            running.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
