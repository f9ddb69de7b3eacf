package dev.offramp.keys;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bitcoinj.crypto.ChildNumber;
import org.bitcoinj.crypto.DeterministicKey;
import org.bitcoinj.crypto.HDKeyDerivation;
import org.bitcoinj.crypto.MnemonicCode;
import org.bitcoinj.crypto.MnemonicException;

/// A BIP-39 seed without a passphrase of its own. `toString` shows nothing.
final class Seed {

    private static final int ENTROPY_BYTES = 32;

    /// `m/0'`, which no address is derived from.
    private static final ChildNumber FINGERPRINT = new ChildNumber(0, true);

    private final byte[] entropy;
    private final byte[] bytes;

    private Seed(byte[] entropy, List<String> words) {
        this.entropy = entropy;
        this.bytes = MnemonicCode.toSeed(words, "");
    }

    /// A new one of 24 words.
    static Seed random(RandomGenerator random) {
        byte[] entropy = new byte[ENTROPY_BYTES];
        random.nextBytes(entropy);
        return ofEntropy(entropy);
    }

    static Seed ofEntropy(byte[] entropy) {
        return new Seed(entropy, dictionary().toMnemonic(entropy));
    }

    /// Empty unless these are 12 to 24 English words with a right checksum.
    static Optional<Seed> ofWords(List<String> words) {
        try {
            return Optional.of(new Seed(dictionary().toEntropy(words), words));
        } catch (MnemonicException e) {
            return Optional.empty();
        }
    }

    /// What the words stand for.
    byte[] entropy() {
        return entropy.clone();
    }

    /// The 64 bytes that BIP-32 and SLIP-10 start from.
    byte[] bytes() {
        return bytes.clone();
    }

    /// What the database keeps: a hash of a public key, so that nothing can be learned from it.
    String fingerprint() {
        DeterministicKey key =
                HDKeyDerivation.deriveChildKey(HDKeyDerivation.createMasterPrivateKey(bytes()), FINGERPRINT);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getPubKey());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static MnemonicCode dictionary() {
        try {
            return new MnemonicCode();
        } catch (IOException e) {
            throw new IllegalStateException("the word list is part of the library", e);
        }
    }

    @Override
    public String toString() {
        return "Seed";
    }
}
