package dev.offramp.chains;

import java.math.BigInteger;

/// A transaction ready to be broadcast, as often as one likes: a chain takes it at most once.
///
/// @param hash follows from the bytes
/// @param nonce of two transactions with the same nonce of one wallet at most one is ever in a block
/// @param price offered per unit of work, in the native coin's smallest unit
/// @param bytes as a node takes them
public record SignedTransaction(TxHash hash, long nonce, BigInteger price, byte[] bytes) {

    @Override
    public String toString() {
        return "signed transaction " + hash;
    }
}
