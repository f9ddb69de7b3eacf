package dev.offramp.secrets;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM: unreadable without the key, and any change is noticed.
final class AesGcm {

    static final int NONCE_BYTES = 12;

    static final int TAG_BYTES = 16;

    private static final int TAG_BITS = TAG_BYTES * Byte.SIZE;
    private static final byte[] NOTHING = {};

    private AesGcm() {}

    static SecretKey key(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    /// With a random nonce in front of the ciphertext.
    static byte[] seal(byte[] key, byte[] plain, RandomGenerator random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = seal(key(key), nonce, NOTHING, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /// Reads what [#seal(byte[], byte[], RandomGenerator)] made; empty when it was sealed under another key, or changed
    /// since.
    static Optional<byte[]> open(byte[] key, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return open(key(key), nonce, NOTHING, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /// @param nonce never used under this key before
    /// @param context must be the same when it is opened
    static byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain) {
        return run(Cipher.ENCRYPT_MODE, key, nonce, context, plain).orElseThrow();
    }

    /// Empty when it was sealed otherwise, or changed since.
    static Optional<byte[]> open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed) {
        return sealed.length < TAG_BYTES ? Optional.empty() : run(Cipher.DECRYPT_MODE, key, nonce, context, sealed);
    }

    private static Optional<byte[]> run(int mode, SecretKey key, byte[] nonce, byte[] context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }
}
