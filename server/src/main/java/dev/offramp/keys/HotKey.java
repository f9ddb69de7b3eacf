package dev.offramp.keys;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Signer;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ChildNumber;
import org.bitcoinj.crypto.DeterministicKey;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.crypto.HDKeyDerivation;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The keys of the hot wallets.
///
/// On secp256k1 it has an **account of its own**, `44'/coin'/1'/0/0`: the deposit addresses' account is not hardened
/// below, so that one private key of theirs with its public branch would give all of them away. On Ed25519 every step
/// is hardened and index 0, which no deposit address has (vault ids count from 1), is the hot wallet's.
final class HotKey {

    private static final int LEGACY = 44;
    private static final ChildNumber ACCOUNT = new ChildNumber(1, true);
    private static final int COORDINATE_BYTES = 32;

    private HotKey() {}

    /// Empty for the families that nothing is sent in.
    static Optional<Signer> of(Seed seed, AddressFamily family, Environment environment) {
        AddressForm form = AddressForm.of(family, environment);
        return switch (family) {
            case EVM -> Optional.of(secp256k1(seed, 60, form));
            case TRON -> Optional.of(secp256k1(seed, 195, form));
            case SOLANA -> Optional.of(ed25519(coin(seed, 501).hardened(0).hardened(0), form));
            case TON -> Optional.of(ed25519(coin(seed, 607).hardened(0), form));
            case BITCOIN, LITECOIN, DOGECOIN, BITCOIN_CASH -> Optional.empty();
        };
    }

    private static Slip10Key coin(Seed seed, int coin) {
        return Slip10Key.master(seed.bytes()).hardened(LEGACY).hardened(coin);
    }

    private static Signer secp256k1(Seed seed, int coin, AddressForm form) {
        DeterministicKey key = HDKeyDerivation.createMasterPrivateKey(seed.bytes());
        for (ChildNumber step : new ChildNumber[] {
            new ChildNumber(LEGACY, true), new ChildNumber(coin, true), ACCOUNT, ChildNumber.ZERO, ChildNumber.ZERO
        }) {
            key = HDKeyDerivation.deriveChildKey(key, step);
        }
        return new Secp256k1(
                ECKey.fromPrivate(key.getPrivKey()),
                form.ofPublicKey(key.getPubKeyPoint().getEncoded(false)));
    }

    private static Signer ed25519(Slip10Key key, AddressForm form) {
        Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(key.key(), 0);
        return new Ed25519(secret, form.ofPublicKey(secret.generatePublicKey().getEncoded()));
    }

    /// The nonce of the signature follows from key and message (RFC 6979).
    private record Secp256k1(ECKey key, Address address) implements Signer {

        @Override
        public byte[] sign(byte[] message) {
            ECKey.ECDSASignature signature = key.sign(Sha256Hash.wrap(message)).toCanonicalised();
            byte[] both = new byte[2 * COORDINATE_BYTES];
            put(signature.r, both, COORDINATE_BYTES);
            put(signature.s, both, 2 * COORDINATE_BYTES);
            return both;
        }

        private static void put(BigInteger number, byte[] into, int end) {
            byte[] bytes = number.toByteArray();
            int length = Math.min(bytes.length, COORDINATE_BYTES);
            System.arraycopy(bytes, bytes.length - length, into, end - length, length);
        }

        @Override
        public String toString() {
            return "Signer of " + address;
        }
    }

    private record Ed25519(Ed25519PrivateKeyParameters key, Address address) implements Signer {

        @Override
        public byte[] sign(byte[] message) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, key);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }

        @Override
        public String toString() {
            return "Signer of " + address;
        }
    }
}
