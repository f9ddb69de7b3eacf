/// The port to blockchains.
///
/// Owns what the rest of the program knows of a chain: [Chain][dev.offramp.chains.Chain] (questions to one
/// network), blocks, transfers and their [Position][dev.offramp.chains.Position] inside a transaction, addresses
/// and hashes in their chain's text form. [AddressForm][dev.offramp.chains.AddressForm] is the one place that knows
/// how the addresses of a family are made from a public key and which texts name one; it is here and not in `keys`
/// because adapters and whoever reads an address from outside need it and nobody should need a seed for it. Each
/// adapter is a sub-package: `evm` for real nodes, `simulated` for the sandbox.
///
/// Invariants: an adapter turns answers into observations; it never decides what an observation means and writes
/// nothing of ours. A transfer is named by network, transaction hash and position, never by a block-wide index.
/// Blocks are named by height and hash together. A node that is away, or that contradicts itself, is
/// [Trouble][dev.offramp.db.Trouble], never an empty answer.
///
/// Used by `keys`, `wallets` and the rooms above; adapters are named only in `app`.
@NullMarked
package dev.offramp.chains;

import org.jspecify.annotations.NullMarked;
