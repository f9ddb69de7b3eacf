package dev.offramp.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A private key of the Ed25519 tree of SLIP-10 with its chain code. `toString` shows nothing.
record Slip10Key(byte[] key, byte[] chainCode) {

    private static final byte[] CURVE = "ed25519 seed".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int HARDENED = 1 << 31;

    static Slip10Key master(byte[] seed) {
        return split(hmac(CURVE, seed));
    }

    /// @param index without the hardening bit
    Slip10Key hardened(int index) {
        byte[] message = ByteBuffer.allocate(1 + KEY_BYTES + Integer.BYTES)
                .put((byte) 0)
                .put(key)
                .putInt(index | HARDENED)
                .array();
        return split(hmac(chainCode, message));
    }

    private static Slip10Key split(byte[] mac) {
        return new Slip10Key(Arrays.copyOf(mac, KEY_BYTES), Arrays.copyOfRange(mac, KEY_BYTES, mac.length));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key, "HmacSHA512"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-512 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "Slip10Key";
    }
}
