package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running server is like. How it comes and goes is in [EmbeddedPostgresLifeTest].
class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startOnce() {
        postgres = start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void keepsEveryCommitThroughAPowerCut() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void listensOnLoopbackOnly() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(postgres.address().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }

    @Test
    void asksForThePassword() {
        String url = postgres.address().jdbcUrl();

        assertThatThrownBy(() -> DriverManager.getConnection(url, "offramp", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void logsTheProgramInAsAnOrdinaryRole() throws SQLException {
        assertThat(show("is_superuser")).isEqualTo("off");
    }

    @Test
    void letsOnlyTheOwnerReadThePassword() throws IOException {
        for (String name : new String[] {"database.properties", "postgres-password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesASecondServerOnTheSameFolder() throws IOException {
        assertThatThrownBy(EmbeddedPostgresTest::start)
                .isInstanceOf(StartRefused.class)
                .hasMessage(inUse());
    }

    @Test
    void refusesAnotherProcessEvenAfterWeTriedTwiceOurselves() throws IOException {
        assertThatThrownBy(EmbeddedPostgresTest::start).isInstanceOf(StartRefused.class);

        assertThatThrownBy(() -> PostgresProgram.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessage(inUse());
    }

    private static String inUse() throws IOException {
        return "the data folder " + data.toRealPath() + " is in use by process "
                + ProcessHandle.current().pid()
                + ": stop that one first, or choose another folder by OFFRAMP_DATA";
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, new SecureRandom());
    }

    private static String show(String setting) throws SQLException {
        return Sql.query(postgres.address(), "SHOW " + setting);
    }
}
