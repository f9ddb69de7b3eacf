package dev.offramp.chains;

import java.util.Optional;
import org.bitcoinj.base.Base58;

/// Solana: the 32 bytes of the public key in base58. There is no checksum, and an address of a program is no point of
/// the curve, so any 32 bytes are an address.
record SolanaForm() implements AddressForm {

    private static final int KEY_BYTES = 32;

    @Override
    public Optional<Address> canonical(String text) {
        return Base58Text.plain(text).filter(bytes -> bytes.length == KEY_BYTES).map(bytes -> new Address(text));
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        if (publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return new Address(Base58.encode(publicKey));
    }
}
