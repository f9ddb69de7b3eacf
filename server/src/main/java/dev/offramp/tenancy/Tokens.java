package dev.offramp.tenancy;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// Makes app ids (`app_…`), secrets (`sk_…`) and merchant references (`B-…`).
///
/// An app id or secret is a prefix, random base62 characters and six characters of checksum: the CRC-32 of all before
/// it in base62, so that scanners of leaked secrets can tell a real one without asking us. The checksum is never used
/// to refuse a login early: a malformed secret must cost what a wrong one costs.
final class Tokens {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /// Without I, L, O and U, which people misread.
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String APP_ID = "app_";
    private static final int APP_ID_RANDOM = 22;
    private static final String SECRET = "sk_";
    /// 43 characters of 62 are 256.03 bits.
    private static final int SECRET_RANDOM = 43;

    private static final String REFERENCE = "B-";
    private static final int REFERENCE_RANDOM = 6;
    private static final int CHECKSUM = 6;
    private static final Pattern APP_ID_FORM = Pattern.compile("app_[0-9A-Za-z]{" + (APP_ID_RANDOM + CHECKSUM) + "}");

    private final RandomGenerator random;

    Tokens(RandomGenerator random) {
        this.random = random;
    }

    String appId() {
        return withChecksum(APP_ID + random(BASE62, APP_ID_RANDOM));
    }

    String secret() {
        return withChecksum(SECRET + random(BASE62, SECRET_RANDOM));
    }

    String merchantReference() {
        return REFERENCE + random(READABLE, REFERENCE_RANDOM);
    }

    /// Whether `text` could be an app id at all, so that it may be looked up.
    static boolean looksLikeAppId(String text) {
        return APP_ID_FORM.matcher(text).matches();
    }

    static String withChecksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM];
        long rest = crc.getValue();
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            digits[i] = BASE62.charAt((int) (rest % BASE62.length()));
            rest /= BASE62.length();
        }
        return text + new String(digits);
    }

    private String random(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
