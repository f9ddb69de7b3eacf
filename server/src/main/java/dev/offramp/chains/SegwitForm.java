package dev.offramp.chains;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bitcoinj.base.Bech32;
import org.bitcoinj.base.exceptions.AddressFormatException;

/// Bitcoin and Litecoin: bech32 for witness version 0, bech32m for taproot (BIP-173, BIP-350), and the older base58
/// forms of other people. Ours pay to a key hash under version 0 (BIP-84). Later witness versions are refused: what
/// is sent to them today, anyone may spend.
///
/// @param prefix human-readable part: `bc`
record SegwitForm(String prefix, Base58Form older) implements AddressForm {

    static final SegwitForm BITCOIN = new SegwitForm("bc", Base58Form.BITCOIN);
    static final SegwitForm BITCOIN_TEST = new SegwitForm("tb", Base58Form.BITCOIN_TEST);
    static final SegwitForm LITECOIN = new SegwitForm("ltc", Base58Form.LITECOIN);
    static final SegwitForm LITECOIN_TEST = new SegwitForm("tltc", Base58Form.LITECOIN_TEST);

    private static final int KEY_HASH_BYTES = 20;
    private static final int SCRIPT_HASH_BYTES = 32;
    private static final int TAPROOT_BYTES = 32;

    /// Five-bit groups in the type that the library encodes.
    private static final class Groups extends Bech32.Bech32Bytes {
        Groups(byte[] groups) {
            super(groups);
        }
    }

    @Override
    public Optional<Address> canonical(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(prefix + "1")) {
            return older.canonical(text);
        }
        try {
            // Given as it came: a mixture of cases is an error.
            return isWitness(Bech32.decode(text)) ? Optional.of(new Address(lower)) : Optional.empty();
        } catch (AddressFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isWitness(Bech32.Bech32Data read) {
        byte[] groups = read.bytes();
        if (!read.hrp.equals(prefix) || groups.length == 0) {
            return false;
        }
        int length = FiveBits.bytes(Arrays.copyOfRange(groups, 1, groups.length))
                .map(program -> program.length)
                .orElse(0);
        return switch (groups[0]) {
            case 0 ->
                read.encoding == Bech32.Encoding.BECH32 && (length == KEY_HASH_BYTES || length == SCRIPT_HASH_BYTES);
            case 1 -> read.encoding == Bech32.Encoding.BECH32M && length == TAPROOT_BYTES;
            default -> false;
        };
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        byte[] program = FiveBits.of(Hashes.keyHash(publicKey));
        byte[] groups = new byte[1 + program.length];
        System.arraycopy(program, 0, groups, 1, program.length);
        return new Address(Bech32.encode(Bech32.Encoding.BECH32, prefix, new Groups(groups)));
    }
}
