package dev.offramp.db;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;

/// What the embedded PostgreSQL keeps in the data folder, and under which names.
///
/// @param path the data folder itself, absolute and without links
record PostgresFolder(Path path) {

    private static final int PASSWORD_BYTES = 24;

    static PostgresFolder make(Path data) throws IOException {
        Files.createDirectories(data);
        return new PostgresFolder(data.toRealPath());
    }

    Path lock() {
        return path.resolve("postgres.lock");
    }

    /// PostgreSQL's own data directory.
    Path cluster() {
        return path.resolve("postgres");
    }

    /// A data directory in the making; whatever a crash left there is worthless.
    Path unfinishedCluster() {
        return path.resolve("postgres.new");
    }

    Path binaries() {
        return path.resolve("postgres-bin");
    }

    /// How to reach the running server, for commands that join it; there only while it runs.
    private Path addressFile() {
        return path.resolve("database.properties");
    }

    private Path passwordFile() {
        return path.resolve("postgres-password");
    }

    boolean hasCluster() throws IOException {
        if (!Files.isDirectory(cluster())) {
            return false;
        }
        try (var entries = Files.list(cluster())) {
            return entries.findAny().isPresent();
        }
    }

    /// The password of both roles; made before the first start and kept from then on.
    String password(RandomGenerator random) throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        if (hasCluster()) {
            throw new StartRefused(
                    "the password of the database in " + cluster() + " is missing: put back " + passwordFile());
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        PrivateFiles.write(passwordFile(), password + "\n");
        return password;
    }

    void writeAddress(DatabaseAddress address) throws IOException {
        PrivateFiles.write(
                addressFile(),
                "jdbcUrl=" + address.jdbcUrl() + "\nuser=" + address.user().orElseThrow() + "\npassword="
                        + address.password().orElseThrow() + "\n");
    }

    Optional<DatabaseAddress> readAddress() throws IOException {
        if (!Files.exists(addressFile())) {
            return Optional.empty();
        }
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(addressFile())) {
            file.load(in);
        }
        return Optional.of(new DatabaseAddress(
                file.getProperty("jdbcUrl"),
                Optional.of(file.getProperty("user")),
                Optional.of(file.getProperty("password"))));
    }

    void deleteAddress() throws IOException {
        Files.deleteIfExists(addressFile());
    }
}
