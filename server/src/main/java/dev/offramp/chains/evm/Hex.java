package dev.offramp.chains.evm;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/// The two forms of hexadecimal in JSON-RPC, read strictly: quantities (`0x0`, `0x1f`, no leading zeros) and bytes
/// (an even number of digits). Anything else is an [IllegalArgumentException].
final class Hex {

    private static final String PREFIX = "0x";
    private static final int QUANTITY_DIGITS_MAX = 64;
    private static final int HASH_BYTES = 32;
    private static final int ADDRESS_BYTES = 20;

    private Hex() {}

    static BigInteger quantity(String text) {
        String digits = digits(text);
        boolean isPadded = digits.length() > 1 && digits.charAt(0) == '0';
        if (digits.isEmpty() || digits.length() > QUANTITY_DIGITS_MAX || isPadded) {
            throw new IllegalArgumentException("not a quantity: " + shortened(text));
        }
        return new BigInteger(digits, 16);
    }

    /// A quantity that fits 63 bits: heights, times, chain ids.
    static long number(String text) {
        BigInteger quantity = quantity(text);
        if (quantity.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("too large a number: " + shortened(text));
        }
        return quantity.longValueExact();
    }

    static String quantity(long number) {
        return PREFIX + Long.toHexString(number);
    }

    static byte[] bytes(String text) {
        return HexFormat.of().parseHex(digits(text));
    }

    static String text(byte[] bytes) {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    /// 32 bytes in lower case.
    static String hash(String text) {
        if (!isHash(text)) {
            throw new IllegalArgumentException("not a hash: " + shortened(text));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /// 20 bytes in lower case.
    static String address(String text) {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("not an address: " + shortened(text));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(String text) {
        return isBytes(text, ADDRESS_BYTES);
    }

    static boolean isHash(String text) {
        return isBytes(text, HASH_BYTES);
    }

    private static boolean isBytes(String text, int count) {
        return text.length() == PREFIX.length() + 2 * count
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(HexFormat::isHexDigit);
    }

    private static String digits(String text) {
        if (!text.startsWith(PREFIX) || !text.chars().skip(PREFIX.length()).allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("not hexadecimal: " + shortened(text));
        }
        return text.substring(PREFIX.length());
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
