package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The life of one kept data folder. Every test starts and stops the server on it; what needs a folder of its own is in
/// [EmbeddedPostgresFolderTest], and the accounts it runs as in [PostgresAccountTest].
@Timeout(120)
class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    @BeforeAll
    static void makeOnce() {
        start().close();
    }

    @Test
    void keepsEveryCommitThroughAPowerCut() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(show(postgres, "fsync")).isEqualTo("on");
            assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(show(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(show(postgres, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void listensOnLoopbackOnly() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(postgres.address().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void asksForThePassword() {
        try (EmbeddedPostgres postgres = start()) {
            String url = postgres.address().jdbcUrl();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "offramp", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void logsTheProgramInAsAnOrdinaryRole() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(show(postgres, "is_superuser")).isEqualTo("off");
        }
    }

    @Test
    void keepsItsRowsAndItsPasswordFromStartToStart() throws SQLException {
        DatabaseAddress first;
        try (EmbeddedPostgres postgres = start()) {
            first = postgres.address();
            execute(first, "CREATE TABLE kept AS SELECT 41 AS value");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres.address(), "SELECT value FROM kept")).isEqualTo("41");
            assertThat(postgres.address().password()).isEqualTo(first.password());
            execute(postgres.address(), "DROP TABLE kept");
        }
    }

    @Test
    void letsOnlyTheOwnerReadThePassword() throws IOException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.isOurs()).isTrue();
            for (String name : new String[] {"database.properties", "postgres-password"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void isStoppedOnceHoweverOftenItIsClosed() throws IOException {
        EmbeddedPostgres postgres = start();
        long pid = postmaster(data);

        postgres.close();
        postgres.close();

        awaitEnd(pid);
        assertThat(data.resolve("database.properties")).doesNotExist();
    }

    @Test
    void refusesASecondServerOnTheSameFolder() {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.isOurs()).isTrue();
            assertThatThrownBy(EmbeddedPostgresTest::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("the data folder " + real() + " is in use by process "
                            + ProcessHandle.current().pid()
                            + ": stop that one first, or choose another folder by OFFRAMP_DATA");
        }
    }

    @Test
    void joinsTheServerOfAnotherProcessWithoutStoppingIt() throws Exception {
        try (PostgresProgram program = PostgresProgram.start(data)) {
            EmbeddedPostgres joined = EmbeddedPostgres.startOrJoin(data, new SecureRandom());
            assertThat(joined.isOurs()).isFalse();

            joined.close();

            assertThat(query(joined.address(), "SELECT 42")).isEqualTo("42");
            assertThatThrownBy(EmbeddedPostgresTest::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by process");
            program.terminate();
        }
    }

    @Test
    void startsWhenThereIsNothingToJoin() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startOrJoin(data, new SecureRandom())) {
            assertThat(postgres.isOurs()).isTrue();
            assertThat(query(postgres.address(), "SELECT 42")).isEqualTo("42");
        }
    }

    @Test
    void stopsTheOrphanOfAKilledProgramAndKeepsItsRows() throws Exception {
        long orphan;
        try (PostgresProgram program = PostgresProgram.start(data)) {
            execute(
                    PostgresFolder.make(data).readAddress().orElseThrow(),
                    "CREATE TABLE survived AS SELECT 43 AS value");
            program.kill();
            orphan = postmaster(data);
            assertThat(ProcessHandle.of(orphan)).isPresent();
        }
        try (EmbeddedPostgres postgres = start()) {
            awaitEnd(orphan);
            assertThat(query(postgres.address(), "SELECT value FROM survived")).isEqualTo("43");
            execute(postgres.address(), "DROP TABLE survived");
        }
    }

    @Test
    void isStoppedByAProgramThatIsAskedToStop() throws Exception {
        long pid;
        try (PostgresProgram program = PostgresProgram.start(data)) {
            pid = postmaster(data);
            program.terminate();
        }

        awaitEnd(pid);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void recoversWhenPostgresItselfWasKilled() throws Exception {
        EmbeddedPostgres killed = start();
        execute(killed.address(), "CREATE TABLE recovered AS SELECT 44 AS value");
        ProcessHandle postmaster = ProcessHandle.of(postmaster(data)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        killed.close();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres.address(), "SELECT value FROM recovered")).isEqualTo("44");
            execute(postgres.address(), "DROP TABLE recovered");
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatWentToAnotherProgram() throws IOException {
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + real().resolve("postgres") + "\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(postmaster(data)).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(postgres.isOurs()).isTrue();
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, new SecureRandom());
    }

    private static Path real() {
        try {
            return data.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
    }

    /// Returns when the process has ended, whether or not its parent has taken note; else the test times out.
    private static void awaitEnd(long pid) {
        while (ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent()) {
            Thread.yield();
        }
    }

    private static String show(EmbeddedPostgres postgres, String setting) throws SQLException {
        return query(postgres.address(), "SHOW " + setting);
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(),
                address.user().orElseThrow(),
                address.password().orElseThrow());
    }
}
