/// The catalogue of what can be deposited.
///
/// Owns assets and networks, their minimums, flag fees, confirmations and contracts, for both environments: the files
/// `catalogue/*.txt`, over which an operator's settings for production networks go. Also which assets are paused, and
/// the names of the stablecoins and networks that money is sent out on. Its entry is
/// [Assets][dev.offramp.assets.Assets].
///
/// Words: an asset's **code** is its custody code, its **id** the ObjectId used in paths; a **family** is a set of
/// networks with the same addresses and keys; a **pause** takes one asset out of use; an asset is **active** when its
/// network is configured and it is not paused.
///
/// Invariants: sandbox ids are the same in every installation. Codes are unique over both environments. The order
/// of the list is fixed. A token is known by its contract, never by its symbol.
///
/// Writes no facts. The catalogue's figures are not trusted blindly: the adapter of a production network holds contract
/// and decimals against the chain and pauses what differs.
@NullMarked
package dev.offramp.assets;

import org.jspecify.annotations.NullMarked;
