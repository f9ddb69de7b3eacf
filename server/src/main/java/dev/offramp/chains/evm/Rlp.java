package dev.offramp.chains.evm;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// Recursive length prefix, how Ethereum writes lists of byte strings (Yellow Paper, appendix B).
final class Rlp {

    private static final int STRING = 0x80;
    private static final int LIST = 0xc0;

    /// Up to here the length is in the prefix itself.
    private static final int SHORT_MAX = 55;

    private Rlp() {}

    static byte[] string(byte[] bytes) {
        boolean isItsOwnPrefix = bytes.length == 1 && (bytes[0] & 0xff) < STRING;
        return isItsOwnPrefix ? bytes.clone() : prefixed(STRING, bytes);
    }

    /// A whole number without leading zeros; zero is the empty string.
    static byte[] number(BigInteger number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("not below zero");
        }
        return string(magnitude(number));
    }

    static byte[] number(long number) {
        return number(BigInteger.valueOf(number));
    }

    /// @param items encoded already
    static byte[] list(List<byte[]> items) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        items.forEach(all::writeBytes);
        return prefixed(LIST, all.toByteArray());
    }

    private static byte[] prefixed(int kind, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (payload.length <= SHORT_MAX) {
            out.write(kind + payload.length);
        } else {
            byte[] length = magnitude(BigInteger.valueOf(payload.length));
            out.write(kind + SHORT_MAX + length.length);
            out.writeBytes(length);
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }

    private static byte[] magnitude(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
