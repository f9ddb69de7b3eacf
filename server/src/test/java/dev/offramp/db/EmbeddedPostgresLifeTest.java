package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How the server of a kept data folder comes and goes. What needs a folder of its own is in
/// [EmbeddedPostgresFolderTest], and the accounts it runs as in [PostgresAccountTest].
@Timeout(120)
class EmbeddedPostgresLifeTest {

    @TempDir
    static Path data;

    @BeforeAll
    static void makeOnce() {
        start().close();
    }

    @Test
    void keepsItsRowsAndItsPasswordFromStartToStart() throws SQLException {
        DatabaseAddress first;
        try (EmbeddedPostgres postgres = start()) {
            first = postgres.address();
            Sql.execute(first, "CREATE TABLE kept AS SELECT 41 AS value");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(Sql.query(postgres.address(), "SELECT value FROM kept")).isEqualTo("41");
            assertThat(postgres.address().password()).isEqualTo(first.password());
            Sql.execute(postgres.address(), "DROP TABLE kept");
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
    void joinsTheServerOfAnotherProcessWithoutStoppingIt() throws Exception {
        try (PostgresProgram program = PostgresProgram.start(data)) {
            EmbeddedPostgres joined = EmbeddedPostgres.startOrJoin(data, new SecureRandom());
            assertThat(joined.isOurs()).isFalse();

            joined.close();

            assertThat(Sql.query(joined.address(), "SELECT 42")).isEqualTo("42");
            assertThatThrownBy(EmbeddedPostgresLifeTest::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by process");
            program.terminate();
        }
    }

    @Test
    void startsWhenThereIsNothingToJoin() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startOrJoin(data, new SecureRandom())) {
            assertThat(postgres.isOurs()).isTrue();
            assertThat(Sql.query(postgres.address(), "SELECT 42")).isEqualTo("42");
        }
    }

    @Test
    void stopsTheOrphanOfAKilledProgramAndKeepsItsRows() throws Exception {
        long orphan;
        try (PostgresProgram program = PostgresProgram.start(data)) {
            Sql.execute(
                    PostgresFolder.make(data).readAddress().orElseThrow(),
                    "CREATE TABLE survived AS SELECT 43 AS value");
            program.kill();
            orphan = postmaster(data);
            assertThat(ProcessHandle.of(orphan)).isPresent();
        }
        try (EmbeddedPostgres postgres = start()) {
            awaitEnd(orphan);
            assertThat(Sql.query(postgres.address(), "SELECT value FROM survived"))
                    .isEqualTo("43");
            Sql.execute(postgres.address(), "DROP TABLE survived");
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
        Sql.execute(killed.address(), "CREATE TABLE recovered AS SELECT 44 AS value");
        ProcessHandle postmaster = ProcessHandle.of(postmaster(data)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        killed.close();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(Sql.query(postgres.address(), "SELECT value FROM recovered"))
                    .isEqualTo("44");
            Sql.execute(postgres.address(), "DROP TABLE recovered");
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatWentToAnotherProgram() throws IOException {
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.toRealPath().resolve("postgres") + "\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(postmaster(data)).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(postgres.isOurs()).isTrue();
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, new SecureRandom());
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
}
