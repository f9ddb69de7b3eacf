package dev.offramp.chains;

import java.util.Optional;
import org.bitcoinj.base.Base58;

/// Tron: Ethereum's 20 bytes as base58check under version 0x41, which makes every address start with `T`.
record TronForm() implements AddressForm {

    private static final int VERSION = 0x41;
    private static final int ACCOUNT_BYTES = 20;

    @Override
    public Optional<Address> canonical(String text) {
        return Base58Text.checked(text)
                .filter(bytes -> bytes.length == 1 + ACCOUNT_BYTES && bytes[0] == VERSION)
                .map(bytes -> new Address(text));
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        return new Address(Base58.encodeChecked(VERSION, Hashes.account(publicKey)));
    }
}
