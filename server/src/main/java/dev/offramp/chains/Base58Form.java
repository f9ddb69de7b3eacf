package dev.offramp.chains;

import java.util.Arrays;
import java.util.Optional;
import org.bitcoinj.base.Base58;

/// Base58check addresses of Bitcoin and its kin: one version byte for key hashes, one for script hashes.
///
/// @param formerScriptVersion accepted too and written as `scriptVersion`: Litecoin once shared Bitcoin's
record Base58Form(int keyVersion, int scriptVersion, int formerScriptVersion) implements AddressForm {

    static final Base58Form BITCOIN = new Base58Form(0, 5, 5);
    static final Base58Form BITCOIN_TEST = new Base58Form(111, 196, 196);
    static final Base58Form LITECOIN = new Base58Form(48, 50, 5);
    static final Base58Form LITECOIN_TEST = new Base58Form(111, 58, 196);
    static final Base58Form DOGECOIN = new Base58Form(30, 22, 22);
    static final Base58Form DOGECOIN_TEST = new Base58Form(113, 196, 196);

    private static final int HASH_BYTES = 20;

    /// What such an address pays to.
    ///
    /// @param script whether `hash` is a script's and not a key's
    record Payee(boolean script, byte[] hash) {}

    @Override
    public Optional<Address> canonical(String text) {
        return payee(text)
                .map(payee ->
                        new Address(Base58.encodeChecked(payee.script() ? scriptVersion : keyVersion, payee.hash())));
    }

    Optional<Payee> payee(String text) {
        return Base58Text.checked(text)
                .filter(bytes -> bytes.length == 1 + HASH_BYTES)
                .flatMap(this::payee);
    }

    private Optional<Payee> payee(byte[] versioned) {
        int version = versioned[0] & 0xff;
        byte[] hash = Arrays.copyOfRange(versioned, 1, versioned.length);
        if (version == keyVersion) {
            return Optional.of(new Payee(false, hash));
        }
        return version == scriptVersion || version == formerScriptVersion
                ? Optional.of(new Payee(true, hash))
                : Optional.empty();
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        return new Address(Base58.encodeChecked(keyVersion, Hashes.keyHash(publicKey)));
    }
}
