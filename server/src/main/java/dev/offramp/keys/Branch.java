package dev.offramp.keys;

import dev.offramp.assets.AddressFamily;
import dev.offramp.tenancy.Environment;

/// The keys of one family in one environment: all of the path but the wallet's own step. The table of paths.
sealed interface Branch permits Secp256k1Branch, Ed25519Branch {

    /// BIP-44 purpose, and BIP-84's for addresses under witness version 0.
    int LEGACY = 44;

    int SEGWIT = 84;

    /// SLIP-44: the coin type of every test network.
    int TEST_COIN = 1;

    static Branch of(Seed seed, AddressFamily family, Environment environment) {
        boolean test = environment == Environment.DEVELOPMENT;
        return switch (family) {
            case BITCOIN -> Secp256k1Branch.of(seed, SEGWIT, test ? TEST_COIN : 0);
            case LITECOIN -> Secp256k1Branch.of(seed, SEGWIT, test ? TEST_COIN : 2);
            case DOGECOIN -> Secp256k1Branch.of(seed, LEGACY, test ? TEST_COIN : 3);
            case BITCOIN_CASH -> Secp256k1Branch.of(seed, LEGACY, test ? TEST_COIN : 145);
            case EVM -> Secp256k1Branch.of(seed, LEGACY, 60);
            case TRON -> Secp256k1Branch.of(seed, LEGACY, 195);
            case SOLANA -> Ed25519Branch.withChange(seed, LEGACY, 501);
            case TON -> Ed25519Branch.of(seed, LEGACY, 607);
        };
    }

    /// The public key of the wallet with this index, in the form that `AddressForm.ofPublicKey` takes.
    ///
    /// @param index 0 to 2^31 - 1
    byte[] publicKey(int index);

    /// The path of that key, as wallets write it: `m/44'/60'/0'/0/7`.
    String path(int index);
}
