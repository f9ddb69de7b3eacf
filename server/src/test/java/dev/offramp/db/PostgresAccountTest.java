package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As whom PostgreSQL runs. Root can try all accounts; a plain user only its own.
class PostgresAccountTest {

    private static final long NOBODY = 65534;

    @TempDir
    static Path shared;

    @BeforeAll
    static void unpackOnce() throws IOException {
        openToAll(shared);
        PostgresBinaries.unpack(shared.resolve("binaries"));
    }

    @Test
    void runsAsThePlainUserWhoStartsIt() throws IOException {
        assumeTrue(we() != 0, "needs a plain user");
        Path data = folder();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, new SecureRandom())) {
            assertThat(postgres.isOurs()).isTrue();
            assertThat(userOf(EmbeddedPostgresLifeTest.postmaster(data))).isEqualTo(we());
        }
    }

    @Test
    void runsAsAPlainUserWhenRootLendsTheProgramToOne() throws Exception {
        assumeTrue(we() == 0, "needs root, to become somebody else");
        Path data = openToAll(folder());
        Files.setAttribute(data, "unix:uid", (int) NOBODY);
        String classPath = PostgresProgram.readableClassPath(Files.createDirectory(shared.resolve("classes")));

        try (PostgresProgram program = PostgresProgram.start(
                data,
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                classPath)) {
            assertThat(userOf(EmbeddedPostgresLifeTest.postmaster(data))).isEqualTo(NOBODY);
            program.terminate();
        }
    }

    @Test
    void runsAsAnAccountWithoutPowersWhenStartedByRoot() throws IOException {
        assumeTrue(we() == 0, "needs root");
        Path data = openToAll(folder());
        EmbeddedPostgres.start(data, new SecureRandom()).close();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, new SecureRandom())) {
            long pid = EmbeddedPostgresLifeTest.postmaster(data);
            assertThat(postgres.isOurs()).isTrue();
            assertThat(userOf(pid)).isNotZero();
            assertThat(powersOf(pid)).isEqualTo("0000000000000000");
        }
    }

    @Test
    void givesUpRootsPowersWhereOtherAccountsCannotReachTheFolder() throws IOException {
        assumeTrue(we() == 0, "needs root");
        Path data = folder();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, new SecureRandom())) {
            assertThat(postgres.isOurs()).isTrue();
            assertThat(powersOf(EmbeddedPostgresLifeTest.postmaster(data))).isEqualTo("0000000000000000");
        }
    }

    @Test
    void refusesAFolderOfAnotherUser() {
        assumeTrue(we() == 0, "needs root, to own what another user finds");

        assertThatThrownBy(() -> PostgresAccount.ofExisting(shared, (int) NOBODY))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to another user (root): start as that user");
    }

    /// A data folder that only its owner can reach.
    private static Path folder() throws IOException {
        Path data = Files.createTempDirectory(shared, "data");
        Files.createSymbolicLink(data.resolve("postgres-bin"), shared.resolve("binaries"));
        return data;
    }

    private static Path openToAll(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static long we() {
        return new UnixSystem().getUid();
    }

    private static long userOf(long pid) throws IOException {
        return Long.parseLong(status(pid, "Uid:").split("\\s+")[0]);
    }

    private static String powersOf(long pid) throws IOException {
        return status(pid, "CapEff:");
    }

    private static String status(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
