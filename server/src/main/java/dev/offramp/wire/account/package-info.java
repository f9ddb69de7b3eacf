/// An integration's own account on the wire.
///
/// Balances are in whole currency units with at most two decimals; percentages are as people say them: 0.5 is half a
/// percent. No shape here has a place for a secret.
@NullMarked
package dev.offramp.wire.account;

import org.jspecify.annotations.NullMarked;
