package dev.offramp.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private static final int JOIN_TRIES = 600;
    private static final long JOIN_PAUSE_MS = 100;

    private final DatabaseAddress address;
    private final Optional<Ours> ours;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// What we must stop and let go of.
    private record Ours(RunningPostgres server, FolderLock lock) {

        void letGo() throws IOException {
            try (lock) {
                server.stop();
            }
        }
    }

    private EmbeddedPostgres(DatabaseAddress address, Optional<Ours> ours) {
        this.address = address;
        this.ours = ours;
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
                            + FolderLock.holder(folder.lock())
                            + ": stop that one first, or choose another folder by OFFRAMP_DATA"));
        } catch (IOException e) {
            throw unusable(data, e);
        }
    }

    /// Joins the server that another process runs on `data`, else starts it. For commands beside a running program.
    ///
    /// @throws StartRefused when the folder cannot be used, or its server does not come up
    public static EmbeddedPostgres startOrJoin(Path data, RandomGenerator random) {
        try {
            PostgresFolder folder = PostgresFolder.make(data);
            for (int i = 0; i < JOIN_TRIES; i++) {
                Optional<EmbeddedPostgres> found =
                        tryStart(folder, random, Map.of()).or(() -> join(folder));
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(JOIN_PAUSE_MS);
            }
            throw new StartRefused("process " + FolderLock.holder(folder.lock()) + " is using the data folder "
                    + folder.path() + " but its database does not start");
        } catch (IOException e) {
            throw unusable(data, e);
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
            RunningPostgres server = RunningPostgres.start(folder, random, moreSettings);
            started = true;
            return Optional.of(new EmbeddedPostgres(server.address(), Optional.of(new Ours(server, lock.get()))));
        } finally {
            if (!started) {
                lock.get().close();
            }
        }
    }

    /// Empty while the other process has not got its server up.
    private static Optional<EmbeddedPostgres> join(PostgresFolder folder) {
        try {
            return folder.readAddress().map(address -> new EmbeddedPostgres(address, Optional.empty()));
        } catch (IOException e) {
            throw unusable(folder.path(), e);
        }
    }

    private static StartRefused unusable(Path data, IOException e) {
        return new StartRefused("the data folder " + data + " cannot be used: " + e, e);
    }

    /// Whether there is one in the data folder `data` already.
    public static boolean isMade(Path data) {
        try {
            return Files.isDirectory(data) && new PostgresFolder(data.toRealPath()).hasCluster();
        } catch (IOException e) {
            throw unusable(data, e);
        }
    }

    /// How the program logs in.
    public DatabaseAddress address() {
        return address;
    }

    /// Whether this process runs the server, rather than having joined it.
    public boolean isOurs() {
        return ours.isPresent();
    }

    /// How the superuser logs in, where we run the server.
    DatabaseAddress superuser() {
        return ours.orElseThrow().server().superuser();
    }

    /// Stops the server if we run it. Connections still open are cut, so whoever uses it must be done.
    @Override
    public void close() {
        if (ours.isEmpty() || !closed.compareAndSet(false, true)) {
            return;
        }
        try {
            ours.get().letGo();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
