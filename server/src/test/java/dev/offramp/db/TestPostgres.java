package dev.offramp.db;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/// The embedded server that the tests of one JVM share.
///
/// Its data folders are kept under `target`, so that only the first run makes them; each JVM takes the first one that
/// is free, and thereby stops what a killed test run left behind. Not durable: a crash of the machine may take it.
final class TestPostgres {

    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "200");

    private static final int FOLDERS = 50;

    private TestPostgres() {}

    /// JDBC URL of its superuser, password included.
    static String start() {
        EmbeddedPostgres postgres = startInFreeFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        DatabaseAddress superuser = postgres.superuser();
        return superuser.jdbcUrl() + "?user=" + superuser.user().orElseThrow() + "&password="
                + superuser.password().orElseThrow();
    }

    private static EmbeddedPostgres startInFreeFolder() {
        for (int i = 1; i < FOLDERS; i++) {
            try {
                return EmbeddedPostgres.start(Path.of("target", "test-postgres", "" + i), new SecureRandom(), FAST);
            } catch (StartRefused refused) {
                if (!refused.getMessage().contains("is in use")) {
                    throw refused;
                }
            }
        }
        throw new IllegalStateException("all test folders are in use");
    }
}
