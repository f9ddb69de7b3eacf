package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server key and its folder (decision 4).
class KeyFolderTest {

    @TempDir
    private Path temporary;

    private Path path;
    private KeyFolder folder;
    private TestDatabase test;

    @BeforeEach
    void open() {
        path = temporary.resolve("data/keys");
        folder = KeyFolder.at(path);
        test = TestDatabase.create();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void makesTheServerKeyForItsOwnerAlone() throws IOException {
        folder.serverKey(test.database(), new Random(1));

        Path file = path.resolve("server.key");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(names()).containsExactly("server.key");
    }

    @Test
    void readsTheSameKeyAgain() {
        ServerKey made = folder.serverKey(test.database(), new Random(1));

        ServerKey read = KeyFolder.at(path).serverKey(test.database(), new Random(2));

        assertThat(read.hash(Purpose.PIN, "1234")).isEqualTo(made.hash(Purpose.PIN, "1234"));
    }

    @Test
    void givesRacingProcessesTheSameKey() throws Exception {
        int racers = 8;
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            List<Future<String>> fingerprints = IntStream.range(0, racers)
                    .mapToObj(seed -> threads.submit(() -> KeyFolder.at(path)
                            .serverKey(test.database(), new Random(seed))
                            .fingerprint()))
                    .toList();
            String first = fingerprints.getFirst().get();
            for (Future<String> fingerprint : fingerprints) {
                assertThat(fingerprint.get()).isEqualTo(first);
            }
        }
        assertThat(names()).containsExactly("server.key");
    }

    @Test
    void refusesAFileOthersMayRead() throws IOException {
        folder.serverKey(test.database(), new Random(1));
        Path file = path.resolve("server.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> folder.serverKey(test.database(), new Random(1)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage(file + " is open to others: run chmod 600 " + file);
    }

    @Test
    void refusesAFileOfAnotherSizeWithoutShowingIt() throws IOException {
        folder.make("server.key", "c0ffee\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> folder.serverKey(test.database(), new Random(1)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage(path.resolve("server.key") + " is no server key: it must hold 32 bytes in hexadecimal");
    }

    @Test
    void refusesAnotherKeyThanTheDatabaseWasMadeWith() {
        folder.serverKey(test.database(), new Random(1));
        Path other = temporary.resolve("other");
        KeyFolder.at(other).make("server.key", "ab".repeat(32).getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> KeyFolder.at(other).serverKey(test.database(), new Random(2)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the server key in " + other + " is not the one this database was made with");
    }

    @Test
    void makesNoNewKeyForADatabaseThatHadOne() throws IOException {
        folder.serverKey(test.database(), new Random(1));
        Files.delete(path.resolve("server.key"));

        assertThatThrownBy(() -> folder.serverKey(test.database(), new Random(2)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the server key this database was made with is missing: put " + path.resolve("server.key")
                        + " back");
        assertThat(names()).isEmpty();
    }

    @Test
    void keepsOnlyTheFingerprintInTheDatabase() throws IOException {
        ServerKey key = folder.serverKey(test.database(), new Random(1));
        String secret = Files.readString(path.resolve("server.key")).strip();

        assertThat(Fingerprints.create(test.database()).of("server")).contains(key.fingerprint());
        assertThat(key.fingerprint()).isNotEqualTo(secret);
    }

    @Test
    void neverReplacesAFile() {
        assertThat(folder.make("some.key", new byte[] {1})).isTrue();
        assertThat(folder.make("some.key", new byte[] {2})).isFalse();

        assertThat(folder.read("some.key")).contains(new byte[] {1});
    }

    @Test
    void saysInOneLineThatItCannotMakeAFile() throws IOException {
        Files.writeString(temporary.resolve("data"), "a file where the folder should be");

        assertThatThrownBy(() -> folder.make("some.key", new byte[] {1}))
                .isInstanceOf(UnusableKey.class)
                .hasMessageStartingWith("cannot make " + path.resolve("some.key") + ": ")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
