/// Exact amounts.
///
/// Owns [Money][dev.offramp.money.Money] (an integer count of an asset's smallest unit), the asset codes and
/// fiat currencies it is counted in, rates, percentages and the named ways of rounding. Pure values: no
/// database, no clock, no logging.
///
/// Invariants: no `double` or `float` anywhere; arithmetic only within one asset; no digit is lost without a
/// named [Rounding][dev.offramp.money.Rounding].
///
/// Anyone may use this room; it uses nobody.
@NullMarked
package dev.offramp.money;

import org.jspecify.annotations.NullMarked;
