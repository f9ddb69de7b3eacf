package dev.offramp.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// What files that leave the installation are sealed under: a passphrase, or a key that somebody else keeps. Every file
/// has a key of its own, which follows from this and from the salt in the file. `toString` shows nothing.
public sealed interface FileSecret {

    /// Stands in the head of a file, and is therefore never changed.
    byte kind();

    /// In the words of whoever has to bring it along.
    String words();

    /// 32 bytes, others for every salt.
    byte[] key(byte[] salt);

    /// Slow on purpose: what people remember is guessed. How slow belongs to the format of the file, so that no damaged
    /// file can ask for all memory there is.
    record OfPassphrase(Passphrase passphrase) implements FileSecret {

        static final byte KIND = 'p';

        @Override
        public byte kind() {
            return KIND;
        }

        @Override
        public String words() {
            return "a passphrase";
        }

        @Override
        public byte[] key(byte[] salt) {
            return passphrase.fileKey(salt);
        }
    }

    /// A key of 32 bytes, which nobody guesses.
    final class OfKey implements FileSecret {

        static final byte KIND = 'k';

        private final byte[] key;

        private OfKey(byte[] key) {
            this.key = key;
        }

        @Override
        public byte kind() {
            return KIND;
        }

        @Override
        public String words() {
            return "a key file";
        }

        @Override
        public byte[] key(byte[] salt) {
            return ServerKey.hmac(key, salt);
        }

        @Override
        public String toString() {
            return "OfKey";
        }
    }

    /// Reads a key of 32 bytes in hexadecimal, as `openssl rand -hex 32` writes one.
    ///
    /// @throws UnusableKey when the file cannot be read or holds no such key
    static FileSecret keyFile(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw new UnusableKey("cannot read the key in " + file + ": " + e, e);
        }
        if (!text.matches("[0-9a-fA-F]{" + 2 * ServerKey.BYTES + "}")) {
            throw new UnusableKey(file + " is no key: it must hold " + ServerKey.BYTES + " bytes in hexadecimal");
        }
        return new OfKey(HexFormat.of().parseHex(text));
    }

    static FileSecret passphrase(Passphrase passphrase) {
        return new OfPassphrase(passphrase);
    }
}
