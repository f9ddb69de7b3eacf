package dev.offramp.acceptance.anvil;

import dev.offramp.chains.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Calls of contracts, ABI-encoded: words, and lists of words.
final class EncodedCall {

    private static final int WORD_DIGITS = 64;
    private static final int WORD_BYTES = 32;
    private static final int SELECTOR_DIGITS = 8;

    private EncodedCall() {}

    /// @param signature `transfer(address,uint256)`
    /// @param arguments addresses, numbers and lists of them
    static String of(String signature, List<?> arguments) {
        StringBuilder heads = new StringBuilder();
        StringBuilder tails = new StringBuilder();
        for (Object argument : arguments) {
            if (argument instanceof List<?> list) {
                long offset = (long) arguments.size() * WORD_BYTES + tails.length() / 2;
                heads.append(word(BigInteger.valueOf(offset)));
                tails.append(word(BigInteger.valueOf(list.size())));
                list.forEach(item -> tails.append(word(item)));
            } else {
                heads.append(word(argument));
            }
        }
        return "0x" + selector(signature) + heads + tails;
    }

    private static String word(Object value) {
        String digits = switch (value) {
            case Address address -> address.value().substring(2);
            case BigInteger number -> number.toString(16);
            default -> throw new IllegalArgumentException("no word: " + value);
        };
        return "0".repeat(WORD_DIGITS - digits.length()) + digits;
    }

    private static String selector(String signature) {
        return Keccak256.hex(signature.getBytes(StandardCharsets.US_ASCII)).substring(0, SELECTOR_DIGITS);
    }
}
