package dev.offramp.acceptance.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The app on somebody's phone that shows six digits, by RFC 6238, written apart from the server's own.
///
/// A code is good once. Its neighbours in time are good too, so that it begins with the one before now and needs to
/// wait only for a third.
public final class CodeGenerator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;

    private final byte[] secret;
    private long last;

    /// @param secret in base 32, as shown beside the picture to scan; spaces do not matter
    public CodeGenerator(String secret) {
        this.secret = decoded(secret.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT));
        this.last = now() - 2;
    }

    /// One that was not used yet; waits when there is none.
    public String next() {
        last = Math.max(last + 1, now() - 1);
        while (last > now() + 1) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return at(last);
    }

    private static long now() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }

    String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            ByteBuffer hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = hash.get(hash.limit() - 1) & 15;
            return String.format(Locale.ROOT, "%06d", (hash.getInt(offset) & Integer.MAX_VALUE) % CODES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << BITS | ALPHABET.indexOf(letter);
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
