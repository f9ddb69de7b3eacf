/// What can be deposited, and what it is worth.
///
/// A rate on the wire is what this caller gets: the operator's spread and the caller's own markup are in it
/// ([SellRates][dev.offramp.http.asset.SellRates]). Where the price of a coin or the rate of a currency is missing, the
/// list leaves the rate out and the calculator refuses; neither puts another number in its place.
@NullMarked
package dev.offramp.http.asset;

import org.jspecify.annotations.NullMarked;
