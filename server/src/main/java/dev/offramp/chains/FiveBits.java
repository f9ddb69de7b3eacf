package dev.offramp.chains;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Bytes as groups of five bits, the alphabet size of bech32 and cashaddr, and back.
final class FiveBits {

    private FiveBits() {}

    /// The last group is filled up with zero bits.
    static byte[] of(byte[] bytes) {
        ByteArrayOutputStream groups = new ByteArrayOutputStream();
        int rest = 0;
        int bits = 0;
        for (byte b : bytes) {
            rest = (rest << 8 | b & 0xff) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) {
                groups.write(rest >> (bits - 5) & 31);
            }
        }
        if (bits > 0) {
            groups.write(rest << (5 - bits) & 31);
        }
        return groups.toByteArray();
    }

    /// Empty unless what is left over is less than a group, and zero: each address has one spelling.
    static Optional<byte[]> bytes(byte[] groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = 0;
        int bits = 0;
        for (byte group : groups) {
            rest = (rest << 5 | group) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(rest >> bits & 0xff);
            }
        }
        boolean clean = bits < 5 && (rest & (1 << bits) - 1) == 0;
        return clean ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
