package dev.offramp.chains.evm;

import org.bouncycastle.crypto.digests.KeccakDigest;

/// Keccak-256, the hash of Ethereum (the padding of the contest, not that of SHA-3).
final class Keccak {

    private static final int BITS = 256;

    private Keccak() {}

    static byte[] hash(byte[] message) {
        KeccakDigest digest = new KeccakDigest(BITS);
        digest.update(message, 0, message.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
