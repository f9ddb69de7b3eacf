package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {

    private static final byte[] PLAIN = "thirty-two bytes of pure entropy".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealedAfterATripThroughText() throws IOException {
        String json = PassphraseSeal.seal(passphrase("correct horse"), PLAIN, new Random(1))
                .json();

        assertThat(PassphraseSeal.parse(json).orElseThrow().open(passphrase("correct horse")))
                .contains(PLAIN);
    }

    @Test
    void opensForNoOtherPassphrase() throws IOException {
        PassphraseSeal seal = PassphraseSeal.seal(passphrase("correct horse"), PLAIN, new Random(1));

        assertThat(seal.open(passphrase("correct-horse"))).isEmpty();
    }

    @Test
    void noticesAChange() throws IOException {
        PassphraseSeal seal = PassphraseSeal.seal(passphrase("correct horse"), PLAIN, new Random(1));
        PassphraseSeal weaker =
                new PassphraseSeal(seal.kdf(), seal.memoryKiB(), 1, seal.lanes(), seal.salt(), seal.sealed());

        assertThat(weaker.open(passphrase("correct horse"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"kdf\":\"argon2id\",\"memoryKiB\":65536,\"iterations\":3,\"lanes\":4,\"salt\":\"zz\",\"sealed\":\"00\"}",
                "{\"kdf\":\"argon2i\",\"memoryKiB\":65536,\"iterations\":3,\"lanes\":4,\"salt\":\"00\",\"sealed\":\"00\"}",
                "{\"kdf\":\"argon2id\",\"memoryKiB\":2147483647,\"iterations\":3,\"lanes\":4,\"salt\":\"00\",\"sealed\":\"\"}",
            })
    void refusesTextThatIsNoSeal(String json) {
        assertThat(PassphraseSeal.parse(json)).isEmpty();
    }

    @Test
    void ignoresTheLineEndOnly() throws IOException {
        PassphraseSeal seal = PassphraseSeal.seal(passphrase("correct horse "), PLAIN, new Random(1));

        assertThat(seal.open(passphrase("correct horse \r\n"))).contains(PLAIN);
        assertThat(seal.open(passphrase("correct horse"))).isEmpty();
    }

    @Test
    void refusesAShortPassphraseWithoutShowingIt() throws IOException {
        Path file = folder.resolve("passphrase");
        Files.writeString(file, "eleven char\n");

        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the passphrase in " + file + " has less than 12 characters");
    }

    @Test
    void saysWhichFileIsMissing() {
        Path file = folder.resolve("nowhere");

        assertThatThrownBy(() -> Passphrase.read(file))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void showsNothing() throws IOException {
        assertThat(passphrase("correct horse")).hasToString("Passphrase");
    }

    private Passphrase passphrase(String text) throws IOException {
        Path file = folder.resolve("passphrase");
        Files.writeString(file, text);
        return Passphrase.read(file);
    }
}
