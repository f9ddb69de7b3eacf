package dev.offramp.chains;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ethereum and its kin: 20 bytes in hexadecimal, the case of the letters being a checksum (EIP-55). Text in one case
/// carries no checksum and is accepted; a mixture must be right.
record EvmForm() implements AddressForm {

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int PREFIX = 2;

    @Override
    public Optional<Address> canonical(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(PREFIX);
        String lower = digits.toLowerCase(Locale.ROOT);
        Address address = checksummed(lower);
        boolean plain = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return plain || address.value().equals(text) ? Optional.of(address) : Optional.empty();
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        return checksummed(HexFormat.of().formatHex(Hashes.account(publicKey)));
    }

    private static Address checksummed(String lower) {
        byte[] hash = Hashes.keccak256(lower.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < lower.length(); i++) {
            int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
            char digit = lower.charAt(i);
            text.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
        }
        return new Address(text.toString());
    }
}
