package dev.offramp.acceptance.anvil;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.KeccakDigest;

/// The hash of Ethereum, for selectors and checksums; the tests do not believe the code they test.
final class Keccak256 {

    private static final int BITS = 256;

    private Keccak256() {}

    /// 64 digits.
    static String hex(byte[] message) {
        KeccakDigest keccak = new KeccakDigest(BITS);
        keccak.update(message, 0, message.length);
        byte[] hash = new byte[keccak.getDigestSize()];
        keccak.doFinal(hash, 0);
        return new BigInteger(1, hash).setBit(BITS).toString(16).substring(1);
    }
}
