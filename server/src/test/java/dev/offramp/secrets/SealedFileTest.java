package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.secrets.SealedFile.Opening;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files sealed as a stream: what was written is read, and anything else is noticed.
class SealedFileTest {

    private static final int CHUNK = ChunkSeal.CHUNK_BYTES;
    private static final int SEALED = ChunkSeal.SEALED_BYTES;
    private static final SealedFile FORMAT = new SealedFile("test-file", 3);
    private static final int HEAD = "test-file\n".length() + 2 + 16 + 16;

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private FileSecret key;

    @BeforeEach
    void makeAKey() throws IOException {
        key = key("a");
    }

    private FileSecret key(String digit) throws IOException {
        return FileSecret.keyFile(Files.writeString(folder.resolve("key-" + digit), digit.repeat(64) + "\n"));
    }

    private byte[] sealed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealed = FORMAT.begin(out, key, random)) {
            for (int from = 0; from < plain.length; from += 10_007) {
                sealed.write(plain, from, Math.min(10_007, plain.length - from));
            }
            sealed.finish();
        }
        return out.toByteArray();
    }

    private byte[] opened(byte[] sealed) throws IOException {
        Opening opening = FORMAT.open(new ByteArrayInputStream(sealed), key);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).in().readAllBytes();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_000})
    void readsWhatWasWritten(int length) throws IOException {
        byte[] plain = bytes(length);
        assertThat(opened(sealed(plain))).isEqualTo(plain);
    }

    @Test
    void sealsTheSameOtherwiseEachTime() throws IOException {
        byte[] plain = bytes(1000);
        assertThat(sealed(plain)).isNotEqualTo(sealed(plain));
    }

    @Test
    void noticesWhereItWasCutOff() throws IOException {
        byte[] sealed = sealed(bytes(3 * CHUNK + 100));
        for (int length = HEAD; length < sealed.length; length += 509) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> opened(cut)).isInstanceOf(BrokenSeal.class);
        }
        byte[] wholeChunks = Arrays.copyOf(sealed, HEAD + 2 * SEALED);
        assertThatThrownBy(() -> opened(wholeChunks)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void noticesAnyBitThatChanged() throws IOException {
        byte[] sealed = sealed(bytes(2 * CHUNK + 100));
        for (int at = HEAD; at < sealed.length; at += 997) {
            byte[] changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> opened(changed)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void noticesChunksThatWereMoved() throws IOException {
        byte[] sealed = sealed(bytes(3 * CHUNK + 100));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEAD, swapped, HEAD + SEALED, SEALED);
        System.arraycopy(sealed, HEAD + SEALED, swapped, HEAD, SEALED);
        assertThatThrownBy(() -> opened(swapped)).isInstanceOf(BrokenSeal.class);
        byte[] withoutOne = new byte[sealed.length - SEALED];
        System.arraycopy(sealed, 0, withoutOne, 0, HEAD);
        System.arraycopy(sealed, HEAD + SEALED, withoutOne, HEAD, sealed.length - HEAD - SEALED);
        assertThatThrownBy(() -> opened(withoutOne)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void noticesWhatWasAddedAtTheEnd() throws IOException {
        byte[] longer = Arrays.copyOf(sealed(bytes(CHUNK)), HEAD + SEALED + 40);
        assertThatThrownBy(() -> opened(longer)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesAnyOtherHead() throws IOException {
        byte[] sealed = sealed(bytes(100));
        for (int at = 0; at < HEAD; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(FORMAT.open(new ByteArrayInputStream(changed), key))
                    .as("byte %d", at)
                    .isNotInstanceOf(Opening.Opened.class);
        }
        for (int length = 0; length < HEAD; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThat(FORMAT.open(new ByteArrayInputStream(cut), key)).isInstanceOf(Opening.Foreign.class);
        }
    }

    @Test
    void saysWhatIsWrongWithTheSecret() throws IOException {
        byte[] sealed = sealed(bytes(100));
        assertThat(FORMAT.open(new ByteArrayInputStream(sealed), key("b"))).isEqualTo(new Opening.WrongSecret());
        FileSecret passphrase = FileSecret.passphrase(Passphrase.of("correct horse battery", "here"));
        assertThat(FORMAT.open(new ByteArrayInputStream(sealed), passphrase))
                .isEqualTo(new Opening.OtherKind("a key file"));
    }

    @Test
    void opensWithTheSamePassphraseAlone() throws IOException {
        key = FileSecret.passphrase(Passphrase.of("correct horse battery", "here"));
        byte[] plain = bytes(100);
        byte[] sealed = sealed(plain);
        assertThat(opened(sealed)).isEqualTo(plain);
        key = FileSecret.passphrase(Passphrase.of("correct horse batterY", "here"));
        assertThat(FORMAT.open(new ByteArrayInputStream(sealed), key)).isEqualTo(new Opening.WrongSecret());
    }

    @Test
    void knowsANewerFormatByItsNumber() throws IOException {
        byte[] sealed = sealed(bytes(100));
        SealedFile older = new SealedFile("test-file", 2);
        assertThat(older.open(new ByteArrayInputStream(sealed), key)).isEqualTo(new Opening.NewerFormat(3));
    }

    @Test
    void isNotWholeUnlessItWasFinished() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealed = FORMAT.begin(out, key, random)) {
            sealed.write(bytes(2 * CHUNK));
        }
        assertThatThrownBy(() -> opened(out.toByteArray())).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void takesNoKeyThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("short"), "abcd");
        assertThatThrownBy(() -> FileSecret.keyFile(file))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("is no key")
                .hasMessageNotContaining("abcd");
        assertThat(key.toString()).doesNotContain("aaaa");
    }
}
