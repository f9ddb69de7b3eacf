/// Deposits on the wire, where they are called trades and transactions.
///
/// Money is in whole units of its currency, coins are text. What is not decided yet is left out: no zero ever stands
/// for an unknown amount or rate.
@NullMarked
package dev.offramp.wire.trade;

import org.jspecify.annotations.NullMarked;
