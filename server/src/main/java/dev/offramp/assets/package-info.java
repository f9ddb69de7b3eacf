/// The catalogue of what can be deposited.
///
/// Owns assets and networks, their minimums, flag fees, confirmations and contracts, for both environments.
///
/// Words: an asset's **code** is its custody code, its **id** the ObjectId used in paths; a **family** is a set of
/// networks with the same addresses and keys.
///
/// Invariants: sandbox ids are the same in every installation. Codes are unique over both environments. The order
/// of the list is fixed.
@NullMarked
package dev.offramp.assets;

import org.jspecify.annotations.NullMarked;
