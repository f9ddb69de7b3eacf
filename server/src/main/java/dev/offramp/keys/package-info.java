/// Seeds at rest, and what is derived from them.
///
/// Owns one **seed** per environment (BIP-39, 24 words), a sealed file in the keys folder: `sandbox.seed` under the
/// server key, `production.seed` under a passphrase by Argon2id. Made at the first start, or production's imported
/// from words. A **branch** is everything of a derivation path but the wallet's own step, computed once, so that an
/// address costs one step:
///
/// ```
/// Bitcoin 84'/0'/0'/0/i    Litecoin 84'/2'/0'/0/i   Dogecoin 44'/3'/0'/0/i   Bitcoin Cash 44'/145'/0'/0/i
/// EVM     44'/60'/0'/0/i   Tron 44'/195'/0'/0/i     Solana 44'/501'/i'/0'    TON 44'/607'/i'
/// ```
///
/// with coin type `1'` for Bitcoin and its kin in development. Solana and TON derive by SLIP-10. TON has several
/// conventions; ours is wallet v4r2, id 698983191, workchain 0. What an address looks like is the
/// [AddressForm][dev.offramp.chains.AddressForm] of room `chains`.
///
/// The **hot wallet** of a family, which coins are sent from, has `44'/60'/1'/0/0`, `44'/195'/1'/0/0`, `44'/501'/0'/0'`
/// and `44'/607'/0'` ([HotKey][dev.offramp.keys.HotKey] says why); rooms above get it as a
/// [Signer][dev.offramp.chains.Signer].
///
/// Invariants: no seed or private key leaves this room or reaches a log, the database or a message. The database keeps
/// the fingerprint of a public key of each seed; a process with another seed, or with a lost one, refuses to start.
/// The two environments never share a seed. The secp256k1 branches hold public keys only; the private keys of the
/// hot wallets alone stay in memory.
///
/// Used by `wallets` and, for its signers, by `app`.
@NullMarked
package dev.offramp.keys;

import org.jspecify.annotations.NullMarked;
