package dev.offramp.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A passphrase from a file that someone else keeps (a mounted secret), so its permissions are theirs to choose.
/// `toString` shows nothing.
public final class Passphrase {

    public static final int CHARACTERS_MIN = 12;

    private static final int KEY_BYTES = 32;

    /// RFC 9106, section 4: the second recommended choice. Part of the format of sealed files: never changed.
    private static final int FILE_MEMORY_KIB = 64 * 1024;

    private static final int FILE_ITERATIONS = 3;
    private static final int FILE_LANES = 4;

    private final byte[] text;

    private Passphrase(byte[] text) {
        this.text = text;
    }

    /// Reads UTF-8; the line end is not part of the passphrase.
    ///
    /// @throws UnusableKey when the file cannot be read or the passphrase is short
    public static Passphrase read(Path file) {
        String text;
        try {
            text = Files.readString(file).replaceFirst("\\R+$", "");
        } catch (IOException e) {
            throw new UnusableKey("cannot read the passphrase in " + file + ": " + e, e);
        }
        return of(text, "in " + file);
    }

    /// One that was typed, or stands in a variable.
    ///
    /// @param place where it is from, for the message
    /// @throws UnusableKey when the passphrase is short
    public static Passphrase of(String text, String place) {
        if (text.codePointCount(0, text.length()) < CHARACTERS_MIN) {
            throw new UnusableKey("the passphrase " + place + " has less than " + CHARACTERS_MIN + " characters");
        }
        return new Passphrase(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The key of a sealed file.
    byte[] fileKey(byte[] salt) {
        return key(FILE_MEMORY_KIB, FILE_ITERATIONS, FILE_LANES, salt);
    }

    /// 32 bytes of Argon2id (RFC 9106), slow on purpose.
    byte[] key(int memoryKiB, int iterations, int lanes, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon.generateBytes(text, key);
        return key;
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
