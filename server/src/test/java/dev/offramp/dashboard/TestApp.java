package dev.offramp.dashboard;

import dev.offramp.db.ManualClock;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app (RFC 6238), and the recovery codes that came with it.
///
/// @param secret in base 32
public record TestApp(String secret, ManualClock clock, List<String> recoveryCodes) {

    private static final int STEP_SECONDS = 30;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// The code of this moment.
    public String code() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            long step = clock.instant().getEpochSecond() / STEP_SECONDS;
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// A code that was not used yet: time passes.
    public String nextCode() {
        clock.advance(Duration.ofSeconds(2L * STEP_SECONDS));
        return code();
    }

    private byte[] key() {
        BigInteger all = BigInteger.ONE;
        for (char letter : secret.toCharArray()) {
            all = all.shiftLeft(5).add(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        byte[] bytes = all.toByteArray();
        byte[] key = new byte[secret.length() * 5 / 8];
        System.arraycopy(bytes, bytes.length - key.length, key, 0, key.length);
        return key;
    }
}
