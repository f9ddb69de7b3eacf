package dev.offramp.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;

/// Seals what lies in rows, for one purpose: AES-256-GCM under a key that this process alone seals with.
///
/// Rows are many, and a random nonce is good for 2^32 of them under one key. So each process draws 16 random bytes when
/// it starts, derives its key from them, and counts its nonces. In front of the ciphertext lie those bytes and the
/// count, from which whoever has the server key derives the same key again. The row's id is authenticated with it: what
/// was copied from another row does not open.
final class RowSeal {

    private static final int RUN_BYTES = 16;
    private static final int HEAD_BYTES = RUN_BYTES + Long.BYTES;

    private final UnaryOperator<byte[]> derivation;
    private final byte[] run = new byte[RUN_BYTES];
    private final SecretKey own;
    private final AtomicLong count = new AtomicLong();

    /// @param derivation the key that belongs to the bytes a process has drawn
    RowSeal(UnaryOperator<byte[]> derivation, RandomGenerator random) {
        this.derivation = derivation;
        random.nextBytes(run);
        this.own = AesGcm.key(derivation.apply(run));
    }

    byte[] seal(String row, byte[] plain) {
        long number = count.getAndIncrement();
        byte[] sealed = AesGcm.seal(own, nonce(number), bytes(row), plain);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(run)
                .putLong(number)
                .put(sealed)
                .array();
    }

    /// Reads what any process has sealed into this row; empty when it was sealed for another row or under another
    /// server key, or changed since.
    Optional<byte[]> open(String row, byte[] sealed) {
        if (sealed.length < HEAD_BYTES) {
            return Optional.empty();
        }
        byte[] drawn = Arrays.copyOf(sealed, RUN_BYTES);
        long number = ByteBuffer.wrap(sealed).getLong(RUN_BYTES);
        SecretKey key = Arrays.equals(drawn, run) ? own : AesGcm.key(derivation.apply(drawn));
        return AesGcm.open(key, nonce(number), bytes(row), Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length));
    }

    private static byte[] nonce(long number) {
        return ByteBuffer.allocate(AesGcm.NONCE_BYTES)
                .putLong(AesGcm.NONCE_BYTES - Long.BYTES, number)
                .array();
    }

    private static byte[] bytes(String row) {
        return row.getBytes(StandardCharsets.UTF_8);
    }
}
