package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Addresses with the checksum of EIP-55: the letter of a digit is a capital where the hash of the lower-case digits
/// has a bit set.
final class Checksum {

    private static final int DIGITS_FROM = 2;

    private Checksum() {}

    /// The canonical form of 20 bytes in any case; [IllegalArgumentException] for anything else.
    static Address canonical(String address) {
        String lower = Hex.address(address).substring(DIGITS_FROM);
        byte[] hash = Keccak.hash(lower.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < lower.length(); i++) {
            int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
            text.append(nibble >= 8 ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
        }
        return new Address(text.toString());
    }

    /// Whether a person may have written it so: right form, and with its checksum where it mixes cases.
    static boolean isPlausible(String address) {
        if (!Hex.isAddress(address)) {
            return false;
        }
        String digits = address.substring(DIGITS_FROM);
        return digits.equals(digits.toLowerCase(Locale.ROOT))
                || digits.equals(digits.toUpperCase(Locale.ROOT))
                || canonical(address).value().equals(address);
    }
}
