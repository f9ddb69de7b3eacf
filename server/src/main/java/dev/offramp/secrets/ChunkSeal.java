package dev.offramp.secrets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Seals one file in chunks, so that it can be written and read as a stream and nothing is given out that was not
/// authenticated: the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizar, 2015) as age uses it, with
/// AES-256-GCM.
///
/// The nonce of a chunk is its number and whether it is the last: chunks cannot be taken out, doubled, put in another
/// order or left off at the end. The head of the file is authenticated with every chunk. No nonce is used twice under a
/// key, because every file has a key of its own.
final class ChunkSeal {

    static final int CHUNK_BYTES = 64 * 1024;
    static final int SEALED_BYTES = CHUNK_BYTES + AesGcm.TAG_BYTES;

    private static final byte[] NOTHING = {};

    /// Last bytes of nonces.
    private static final byte MORE_FOLLOW = 0;

    private static final byte LAST = 1;
    private static final byte HEAD = 2;

    private final SecretKey key;
    private final byte[] head;

    ChunkSeal(byte[] key, byte[] head) {
        this.key = AesGcm.key(key);
        this.head = head;
    }

    /// Shows whoever opens the file that the key is right, before the first chunk.
    byte[] proof() {
        return AesGcm.seal(key, nonce(0, HEAD), head, NOTHING);
    }

    boolean isProof(byte[] proof) {
        return MessageDigest.isEqual(proof(), proof);
    }

    byte[] seal(long number, boolean isLast, byte[] plain) {
        return AesGcm.seal(key, nonce(number, isLast ? LAST : MORE_FOLLOW), head, plain);
    }

    Optional<byte[]> open(long number, boolean isLast, byte[] sealed) {
        return AesGcm.open(key, nonce(number, isLast ? LAST : MORE_FOLLOW), head, sealed);
    }

    private static byte[] nonce(long number, byte place) {
        return ByteBuffer.allocate(AesGcm.NONCE_BYTES)
                .putLong(AesGcm.NONCE_BYTES - 1 - Long.BYTES, number)
                .put(AesGcm.NONCE_BYTES - 1, place)
                .array();
    }
}
