package dev.offramp.keys;

import java.util.List;
import org.bitcoinj.crypto.ChildNumber;
import org.bitcoinj.crypto.DeterministicKey;
import org.bitcoinj.crypto.HDKeyDerivation;

/// BIP-32: `purpose'/coin'/0'/0`, account 0 and its external chain. Public keys only.
///
/// @param above the path of `chain`, in words for people
/// @param chain the parent of every wallet's key, without its private part
record Secp256k1Branch(String above, DeterministicKey chain) implements Branch {

    static Secp256k1Branch of(Seed seed, int purpose, int coin) {
        List<ChildNumber> path = List.of(
                new ChildNumber(purpose, true),
                new ChildNumber(coin, true),
                ChildNumber.ZERO_HARDENED,
                ChildNumber.ZERO);
        DeterministicKey key = HDKeyDerivation.createMasterPrivateKey(seed.bytes());
        for (ChildNumber step : path) {
            key = HDKeyDerivation.deriveChildKey(key, step);
        }
        return new Secp256k1Branch(
                "m/" + purpose + "'/" + coin + "'/0'/0", key.dropPrivateBytes().dropParent());
    }

    /// One index in 2^127 has no key; the library then throws, and no index is known for which it does.
    @Override
    public byte[] publicKey(int index) {
        return HDKeyDerivation.deriveChildKey(chain, new ChildNumber(index, false))
                .getPubKeyPoint()
                .getEncoded(false);
    }

    @Override
    public String path(int index) {
        return above + "/" + index;
    }

    @Override
    public String toString() {
        return "Secp256k1Branch";
    }
}
