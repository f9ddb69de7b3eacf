package dev.offramp.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.ConnectionException;

/// A server that this process started and must stop.
record RunningPostgres(PostgresFolder folder, PostgresCluster cluster, int port, String password) {

    private static final int START_TRIES = 3;

    /// Starts the server of `folder`, whose lock the caller holds. On failure nothing is left running.
    static RunningPostgres start(PostgresFolder folder, RandomGenerator random, Map<String, String> moreSettings)
            throws IOException {
        folder.deleteAddress();
        String password = folder.password(random);
        PostgresCluster cluster = cluster(folder, password);
        RunningPostgres running =
                new RunningPostgres(folder, cluster, startOnFreePort(cluster, moreSettings), password);
        boolean ready = false;
        try {
            running.prepare();
            ready = true;
            return running;
        } finally {
            if (!ready) {
                cluster.stop();
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

    /// Tries again when somebody else took the port in between.
    private static int startOnFreePort(PostgresCluster cluster, Map<String, String> moreSettings) throws IOException {
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

    private void prepare() throws IOException {
        try {
            RoleStore.ensure(login(RoleStore.ANY, PostgresCluster.SUPERUSER), password);
        } catch (ConnectionException e) {
            throw new StartRefused(
                    "the database in " + cluster.directory() + " does not let us in: "
                            + e.getCause().getMessage(),
                    e);
        }
        folder.writeAddress(address());
    }

    /// How the program logs in.
    DatabaseAddress address() {
        return login(RoleStore.OWNER, RoleStore.OWNER);
    }

    DatabaseAddress superuser() {
        return login(RoleStore.OWNER, PostgresCluster.SUPERUSER);
    }

    private DatabaseAddress login(String database, String user) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Optional.of(user), Optional.of(password));
    }

    void stop() throws IOException {
        folder.deleteAddress();
        cluster.stop();
    }

    @Override
    public String toString() {
        return "PostgreSQL in " + cluster.directory() + " on port " + port;
    }
}
