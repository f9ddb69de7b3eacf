package dev.offramp.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A file sealed as a stream, of any length, in little memory:
///
/// ```
/// title, a line feed | format, 1 byte | kind of secret, 1 byte | salt, 16 bytes | proof of the key, 16 bytes
/// chunks of 64 KiB, each with 16 bytes more; the last may be shorter
/// ```
///
/// @param title what the file is, for people who look into it and for us
/// @param format of the title's files; one that is newer than this program is not read
public record SealedFile(String title, int format) {

    private static final int SALT_BYTES = 16;

    /// What opening came to.
    public sealed interface Opening {

        record Opened(SealedInput in) implements Opening {}

        /// No file of this title, or cut off within its head.
        record Foreign() implements Opening {}

        record NewerFormat(int format) implements Opening {}

        /// @param wanted what it was sealed under
        record OtherKind(String wanted) implements Opening {}

        /// Another passphrase or key; or somebody changed the head.
        record WrongSecret() implements Opening {}
    }

    public SealedFile {
        if (format < 1 || format > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a format is 1 to 127");
        }
    }

    /// Begins a file.
    public SealedOutput begin(OutputStream out, FileSecret secret, RandomGenerator random) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] head = ByteBuffer.allocate(headBytes())
                .put(line())
                .put((byte) format)
                .put(secret.kind())
                .put(salt)
                .array();
        ChunkSeal seal = new ChunkSeal(secret.key(salt), head);
        out.write(head);
        out.write(seal.proof());
        return new SealedOutput(out, seal);
    }

    /// Opens a file as far as its first chunk.
    public Opening open(InputStream in, FileSecret secret) throws IOException {
        byte[] line = line();
        byte[] head = in.readNBytes(headBytes());
        byte[] proof = in.readNBytes(AesGcm.TAG_BYTES);
        if (proof.length < AesGcm.TAG_BYTES || !Arrays.equals(line, Arrays.copyOf(head, line.length))) {
            return new Opening.Foreign();
        }
        int given = head[line.length];
        byte kind = head[line.length + 1];
        if (given > format) {
            return new Opening.NewerFormat(given);
        }
        if (given != format) {
            return new Opening.Foreign();
        }
        return kind == secret.kind() ? open(in, secret, head, proof) : otherKind(kind);
    }

    private static Opening open(InputStream in, FileSecret secret, byte[] head, byte[] proof) throws IOException {
        byte[] salt = Arrays.copyOfRange(head, head.length - SALT_BYTES, head.length);
        ChunkSeal seal = new ChunkSeal(secret.key(salt), head);
        return seal.isProof(proof) ? new Opening.Opened(new SealedInput(in, seal)) : new Opening.WrongSecret();
    }

    private static Opening otherKind(byte kind) {
        return switch (kind) {
            case FileSecret.OfPassphrase.KIND -> new Opening.OtherKind("a passphrase");
            case FileSecret.OfKey.KIND -> new Opening.OtherKind("a key file");
            default -> new Opening.Foreign();
        };
    }

    private byte[] line() {
        return (title + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private int headBytes() {
        return line().length + 2 + SALT_BYTES;
    }
}
