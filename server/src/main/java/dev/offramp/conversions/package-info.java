/// A tenant's own money from one currency into another: dollars into naira or cedis, and back.
///
/// Owns **conversions** and the rate they are made at: the mid-market rate less the operator's spread for dollars that
/// are sold, more it for dollars that are bought. They carry neither markup nor fee, and what rounding leaves stays in
/// the liquidity account.
///
/// Invariants: a conversion is one transfer of the ledger, `tenant → liquidity` in one currency and `liquidity →
/// tenant` in the other, and is refused when the first cannot be taken whole. While a rate is missing nothing is
/// converted.
///
/// Writes no facts: nobody waits for what the caller was answered.
@NullMarked
package dev.offramp.conversions;

import org.jspecify.annotations.NullMarked;
