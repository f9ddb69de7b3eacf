package dev.offramp.chains;

import dev.offramp.assets.AddressFamily;
import dev.offramp.tenancy.Environment;
import java.util.Optional;

/// What the addresses of one family look like in one environment: how one is made from a public key, and which texts
/// name one. Pure; knows no seed and no node.
///
/// In development Bitcoin and its kin and TON use their test forms, so that a sandbox address of theirs can never be
/// paid on the real chain by mistake; the other families have one form only.
public sealed interface AddressForm permits SegwitForm, Base58Form, CashForm, EvmForm, TronForm, SolanaForm, TonForm {

    static AddressForm of(AddressFamily family, Environment environment) {
        boolean test = environment == Environment.DEVELOPMENT;
        return switch (family) {
            case BITCOIN -> test ? SegwitForm.BITCOIN_TEST : SegwitForm.BITCOIN;
            case LITECOIN -> test ? SegwitForm.LITECOIN_TEST : SegwitForm.LITECOIN;
            case DOGECOIN -> test ? Base58Form.DOGECOIN_TEST : Base58Form.DOGECOIN;
            case BITCOIN_CASH -> test ? CashForm.TEST : CashForm.MAIN;
            case EVM -> new EvmForm();
            case TRON -> new TronForm();
            case SOLANA -> new SolanaForm();
            case TON -> new TonForm(test);
        };
    }

    /// [#canonical(String)] of the form of `family` in `environment`.
    static Optional<Address> canonical(AddressFamily family, Environment environment, String text) {
        return of(family, environment).canonical(text);
    }

    /// The one spelling of the address that `text` names; empty when it names none of this form, has a wrong
    /// checksum or belongs to another network. Addresses of other people count too, scripts and contracts included.
    /// Reading a canonical address gives it back unchanged.
    Optional<Address> canonical(String text);

    /// The address that the owner of this key is paid at.
    ///
    /// @param publicKey 65 bytes (uncompressed secp256k1 point), or 32 bytes (Ed25519) for Solana and TON
    Address ofPublicKey(byte[] publicKey);
}
