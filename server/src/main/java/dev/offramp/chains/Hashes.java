package dev.offramp.chains;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/// The hashes that addresses are made of.
final class Hashes {

    private static final int UNCOMPRESSED_BYTES = 65;
    private static final int COORDINATE_BYTES = 32;
    private static final int EVEN_Y = 2;

    private Hashes() {}

    static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    static byte[] keccak256(byte[] input) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    /// RIPEMD-160 of SHA-256 of the compressed key: what Bitcoin and its kin pay to.
    static byte[] keyHash(byte[] uncompressed) {
        byte[] sha = sha256(compressed(uncompressed));
        RIPEMD160Digest digest = new RIPEMD160Digest();
        digest.update(sha, 0, sha.length);
        byte[] hash = new byte[20];
        digest.doFinal(hash, 0);
        return hash;
    }

    /// The last 20 bytes of Keccak-256 of the point: an Ethereum account, and a Tron account after its prefix.
    static byte[] account(byte[] uncompressed) {
        byte[] hash = keccak256(Arrays.copyOfRange(point(uncompressed), 1, UNCOMPRESSED_BYTES));
        return Arrays.copyOfRange(hash, 12, 32);
    }

    private static byte[] compressed(byte[] uncompressed) {
        byte[] key = Arrays.copyOf(point(uncompressed), 1 + COORDINATE_BYTES);
        key[0] = (byte) (EVEN_Y + (uncompressed[UNCOMPRESSED_BYTES - 1] & 1));
        return key;
    }

    private static byte[] point(byte[] uncompressed) {
        if (uncompressed.length != UNCOMPRESSED_BYTES || uncompressed[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        return uncompressed;
    }
}
