package dev.offramp.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.db.TestDatabase;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.Passphrase;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.UnusableKey;
import dev.offramp.tenancy.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Seeds at rest (decisions 2 and 4).
class KeysTest {

    private static final List<String> ABANDON = List.of(("abandon ".repeat(11) + "about").split(" "));

    @TempDir
    private Path temporary;

    private KeyFolder folder;
    private ServerKey serverKey;
    private TestDatabase test;

    @BeforeEach
    void open() {
        folder = KeyFolder.at(temporary.resolve("keys"));
        test = TestDatabase.create();
        serverKey = folder.serverKey(test.database(), new Random(1));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void keepsTheSandboxSeedOverRestarts() {
        Address first = sandboxAddress(sandbox(folder, 2));

        assertThat(sandboxAddress(sandbox(folder, 3))).isEqualTo(first);
    }

    @Test
    void givesRacingProcessesTheSameSeed() throws Exception {
        int racers = 6;
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            List<Future<Address>> addresses = IntStream.range(0, racers)
                    .mapToObj(seed -> threads.submit(() -> sandboxAddress(sandbox(folder, seed))))
                    .toList();
            Address first = addresses.getFirst().get();
            for (Future<Address> address : addresses) {
                assertThat(address.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void makesEachInstallationItsOwnSeed() {
        try (TestDatabase other = TestDatabase.create()) {
            KeyFolder elsewhere = KeyFolder.at(temporary.resolve("elsewhere"));
            Keys keys = Keys.create(other.database(), elsewhere, serverKey, Optional.empty(), new Random(3));

            assertThat(sandboxAddress(keys)).isNotEqualTo(sandboxAddress(sandbox(folder, 2)));
        }
    }

    @Test
    void refusesAnotherSeedThanTheDatabaseWasMadeWith() throws IOException {
        sandbox(folder, 2);
        try (TestDatabase other = TestDatabase.create()) {
            KeyFolder elsewhere = KeyFolder.at(temporary.resolve("elsewhere"));
            Keys.create(other.database(), elsewhere, serverKey, Optional.empty(), new Random(3));

            assertThatThrownBy(() -> sandbox(elsewhere, 4))
                    .isInstanceOf(UnusableKey.class)
                    .hasMessage("the seed in " + elsewhere.path("sandbox.seed")
                            + " is not the one this database was made with");
        }
    }

    @Test
    void makesNoNewSeedForADatabaseThatHadOne() throws IOException {
        sandbox(folder, 2);
        Path file = folder.path("sandbox.seed");
        Files.delete(file);

        assertThatThrownBy(() -> sandbox(folder, 3))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the seed this database was made with is missing: put " + file + " back");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesASandboxSeedThatTheServerKeyDoesNotOpen() throws IOException {
        sandbox(folder, 2);
        byte[] other = new byte[ServerKey.BYTES];

        assertThatThrownBy(() -> Keys.create(
                        test.database(), folder, new ServerKey(other, new Random(1)), Optional.empty(), new Random(3)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage(folder.path("sandbox.seed") + " does not open with the server key");
    }

    @Test
    void hasNoProductionSeedWhileProductionIsOff() {
        Keys keys = sandbox(folder, 2);

        assertThat(keys.has(Environment.DEVELOPMENT)).isTrue();
        assertThat(keys.has(Environment.PRODUCTION)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> keys.address(Environment.PRODUCTION, AddressFamily.EVM, 1));
    }

    @Test
    void sealsTheProductionSeedUnderThePassphraseAlone() {
        Address made = both("correct horse").address(Environment.PRODUCTION, AddressFamily.EVM, 1);

        assertThat(both("correct horse").address(Environment.PRODUCTION, AddressFamily.EVM, 1))
                .isEqualTo(made)
                .isNotEqualTo(both("correct horse").address(Environment.DEVELOPMENT, AddressFamily.EVM, 1));
        assertThatThrownBy(() -> both("wrong passphrase"))
                .isInstanceOf(UnusableKey.class)
                .hasMessage(folder.path("production.seed") + " does not open with this passphrase");
    }

    @Test
    void derivesFromTheImportedWords() {
        assertThat(importWords(ABANDON)).isEqualTo(new SeedImport.Imported());

        assertThat(both("correct horse").address(Environment.PRODUCTION, AddressFamily.EVM, 0))
                .hasToString("0x9858EfFD232B4033E47d90003D41EC34EcaEda94");
    }

    @Test
    void importsOnlyOverNothing() {
        importWords(ABANDON);

        assertThat(importWords(ABANDON))
                .isInstanceOfSatisfying(
                        SeedImport.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("there is a seed in " + folder.path("production.seed") + " already"));
    }

    @Test
    void importsTheSameSeedAgainAfterItsFileWasLostAndNoOther() throws IOException {
        importWords(ABANDON);
        Files.delete(folder.path("production.seed"));

        assertThat(importWords(List.of(("zoo ".repeat(11) + "wrong").split(" "))))
                .isInstanceOf(SeedImport.Refused.class);
        assertThat(folder.path("production.seed")).doesNotExist();
        assertThat(importWords(ABANDON)).isEqualTo(new SeedImport.Imported());
    }

    @Test
    void importsNoWordsWithAWrongChecksumAndDoesNotRepeatThem() {
        assertThat(importWords(List.of("abandon ".repeat(12).split(" "))))
                .isInstanceOfSatisfying(
                        SeedImport.Refused.class,
                        refused -> assertThat(refused.reason()).doesNotContain("abandon"));
        assertThat(folder.path("production.seed")).doesNotExist();
    }

    @Test
    void neverSharesASeedBetweenTheEnvironments() {
        SeedFile sandbox = SeedFile.sandbox(
                folder,
                dev.offramp.secrets.Fingerprints.create(test.database()),
                new UnderServerKey(serverKey, new Random(5)));
        sandbox.importWords(ABANDON);

        assertThat(importWords(ABANDON)).isInstanceOf(SeedImport.Refused.class);
        assertThat(folder.path("production.seed")).doesNotExist();
    }

    private Keys sandbox(KeyFolder from, long seed) {
        return Keys.create(test.database(), from, serverKey, Optional.empty(), new Random(seed));
    }

    private Keys both(String passphrase) {
        return Keys.create(test.database(), folder, serverKey, Optional.of(passphrase(passphrase)), new Random(6));
    }

    private SeedImport importWords(List<String> words) {
        return Keys.importProduction(test.database(), folder, passphrase("correct horse"), words, new Random(7));
    }

    private static Address sandboxAddress(Keys keys) {
        return keys.address(Environment.DEVELOPMENT, AddressFamily.EVM, 1);
    }

    private Passphrase passphrase(String text) {
        try {
            Path file = temporary.resolve("passphrase");
            Files.writeString(file, text);
            return Passphrase.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
