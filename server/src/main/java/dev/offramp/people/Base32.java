package dev.offramp.people;

/// Base 32 as authenticator apps read it (RFC 4648, without padding).
final class Base32 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        int bits = 0;
        for (byte next : bytes) {
            pending = pending << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(DIGITS.charAt(pending >> bits & MASK));
            }
        }
        if (bits > 0) {
            text.append(DIGITS.charAt(pending << BITS - bits & MASK));
        }
        return text.toString();
    }
}
