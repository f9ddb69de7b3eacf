/// Deposit addresses.
///
/// Owns **wallets**: one per tenant, asset and **label** (the integrator's name for a customer), permanent, each with
/// its own address. A wallet's **vault id** is its derivation index, counted per environment from 1 over all assets and
/// tenants; gaps are possible. A token's address is simply the address of its wallet's key on the token's network.
///
/// Invariants: one wallet per tenant, asset and label, and one per address of a family, however many ask at once. A
/// wallet never changes and is never deleted. Another tenant's wallet, or one of the other environment, is not found.
/// Recipients are matched by family, so that a coin sent over a sister network finds its owner, hundreds in one query.
///
/// Writes [AddressCreated][dev.offramp.wallets.AddressCreated] (sequence 1 of the wallet's own count).
///
/// Used by `destinations`, `deposits` (which locks a wallet's row to decide about its deposits) and the rooms above.
@NullMarked
package dev.offramp.wallets;

import org.jspecify.annotations.NullMarked;
