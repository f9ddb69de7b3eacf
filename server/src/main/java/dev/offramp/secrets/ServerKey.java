package dev.offramp.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that keeps secrets out of the database: HMAC-SHA-256 for what is only compared, AES-256-GCM for what must
/// be read again. `toString` shows nothing. A process has one of these, made when it starts.
public final class ServerKey {

    public static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private final Map<Purpose, byte[]> derived = new EnumMap<>(Purpose.class);
    private final Map<Purpose, RowSeal> rows = new EnumMap<>(Purpose.class);

    /// @param key 32 random bytes
    /// @param random other than in every other process: what is sealed into rows depends on it
    public ServerKey(byte[] key, RandomGenerator random) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a server key has 32 bytes");
        }
        for (Purpose purpose : Purpose.values()) {
            byte[] own = hmac(key, purpose.text().getBytes(StandardCharsets.UTF_8));
            derived.put(purpose, own);
            rows.put(purpose, new RowSeal(run -> hmac(own, run), random));
        }
    }

    /// What the database keeps to recognise this key.
    public String fingerprint() {
        return HexFormat.of().formatHex(derived.get(Purpose.FINGERPRINT));
    }

    /// The keyed hash of `secret`, 32 bytes.
    public byte[] hash(Purpose purpose, String secret) {
        return hmac(derived.get(purpose), secret.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether `secret` has this keyed hash; takes the same time either way.
    public boolean matches(Purpose purpose, String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(purpose, secret), hash);
    }

    /// Encrypts so that only this key and purpose can read it, and any change is noticed: nonce, then ciphertext. For
    /// what is sealed now and then.
    public byte[] seal(Purpose purpose, byte[] plain, RandomGenerator random) {
        return AesGcm.seal(derived.get(purpose), plain, random);
    }

    /// Reads what [#seal] made.
    ///
    /// @throws IllegalStateException when it was sealed under another key or purpose, or changed since
    public byte[] open(Purpose purpose, byte[] sealed) {
        return AesGcm.open(derived.get(purpose), sealed).orElseThrow(ServerKey::unreadable);
    }

    /// Encrypts what lies in a row, however many rows there are: it can be read from this row alone.
    ///
    /// @param row the row's id
    public byte[] sealRow(Purpose purpose, String row, byte[] plain) {
        return rows.get(purpose).seal(row, plain);
    }

    /// Reads what [#sealRow] made, in this process or another one.
    ///
    /// @throws IllegalStateException when it was sealed under another key or purpose or for another row, or changed
    ///     since
    public byte[] openRow(Purpose purpose, String row, byte[] sealed) {
        return rows.get(purpose).open(row, sealed).orElseThrow(ServerKey::unreadable);
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("sealed under another server key, or damaged");
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "ServerKey";
    }
}
