package dev.offramp.chains.evm;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The two things we read from a contract's answer; empty when it has another form.
final class AbiText {

    private static final int WORD = 32;
    private static final int LENGTH_MAX = 64;

    private AbiText() {}

    static Optional<BigInteger> number(byte[] returned) {
        return returned.length == WORD ? Optional.of(new BigInteger(1, returned)) : Optional.empty();
    }

    /// A `string`, or the `bytes32` of old tokens.
    static Optional<String> text(byte[] returned) {
        if (returned.length == WORD) {
            return utf8(returned, 0, used(returned));
        }
        boolean hasString = returned.length >= 2 * WORD
                && word(returned, 0).equals(BigInteger.valueOf(WORD))
                && word(returned, WORD).bitLength() < Integer.SIZE - 1;
        return hasString ? utf8(returned, 2 * WORD, word(returned, WORD).intValueExact()) : Optional.empty();
    }

    private static BigInteger word(byte[] returned, int offset) {
        return new BigInteger(1, Arrays.copyOfRange(returned, offset, offset + WORD));
    }

    private static int used(byte[] returned) {
        int end = returned.length;
        while (end > 0 && returned[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static Optional<String> utf8(byte[] bytes, int from, int length) {
        if (length == 0 || length > LENGTH_MAX || from + length > bytes.length) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
