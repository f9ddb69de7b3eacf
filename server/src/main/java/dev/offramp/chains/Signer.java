package dev.offramp.chains;

/// One private key that signs what leaves a wallet. The key itself is never shown; `toString` tells the address at
/// most.
public interface Signer {

    /// What the key is paid at.
    Address address();

    /// Signs with ECDSA over secp256k1 (r and s, 32 bytes each, low s) or with Ed25519 (64 bytes), as the family
    /// has it. The same message has the same signature every time.
    ///
    /// @param message a hash of 32 bytes for secp256k1; any for Ed25519
    byte[] sign(byte[] message);
}
