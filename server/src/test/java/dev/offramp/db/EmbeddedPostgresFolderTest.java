package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that are new, half-made, damaged or somebody else's.
class EmbeddedPostgresFolderTest {

    @TempDir
    static Path shared;

    private Path data;

    @BeforeAll
    static void unpackOnce() throws IOException {
        PostgresBinaries.unpack(shared.resolve("binaries"));
    }

    @BeforeEach
    void makeAFolder() throws IOException {
        data = Files.createTempDirectory(shared, "data");
        Files.createSymbolicLink(data.resolve("postgres-bin"), shared.resolve("binaries"));
    }

    @Test
    void startsOverWhereACrashLeftAHalfMadeDirectory() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(Sql.query(postgres.address(), "SELECT 1")).isEqualTo("1");
            assertThat(data.resolve("postgres.new")).doesNotExist();
        }
    }

    @Test
    void refusesADirectoryOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        Files.writeString(data.resolve("postgres-password"), "secret");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was made by PostgreSQL 17, this program brings PostgreSQL 18");
    }

    @Test
    void touchesNothingInADirectoryThatIsNotPostgres() throws IOException {
        Path precious = data.resolve("postgres/precious");
        Files.createDirectories(precious.getParent());
        Files.writeString(precious, "mine");
        Files.writeString(data.resolve("postgres-password"), "secret");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not a PostgreSQL data directory");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void refusesToStartWhenThePasswordIsLost() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "18\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the password of the database")
                .hasMessageContaining("is missing");
    }

    @Test
    void freesTheFolderWhenItRefuses() throws Exception {
        Path versionFile = data.resolve("postgres/PG_VERSION");
        Files.createDirectories(versionFile.getParent());
        Files.writeString(versionFile, "17\n");
        Files.writeString(data.resolve("postgres-password"), "00ff");
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class);
        Files.delete(versionFile);

        try (EmbeddedPostgres postgres = start()) {
            assertThat(Sql.query(postgres.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void leavesNothingRunningWhenThePasswordIsWrong() throws IOException {
        start().close();
        Files.writeString(data.resolve("postgres-password"), "00ff");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not let us in: ")
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("00ff");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "no folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file, new SecureRandom()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("the data folder " + file + " cannot be used: ");
    }

    @Test
    void saysWhatPostgresSaidWhenItDoesNotStart() throws IOException {
        start().close();
        Files.delete(data.resolve("postgres/global/pg_control"));

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PostgreSQL did not start: ")
                .hasMessageContaining("pg_control");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, new SecureRandom());
    }
}
