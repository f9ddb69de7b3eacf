/// Deposits, which the wire calls trades and transactions.
///
/// What a deposit is credited on is stated once it is decided; before that only what it is worth in dollars now, as the
/// pending event says it. How a credited deposit was settled is read off its payout, so that it is left out as long as
/// there is none ([TradeRendering][dev.offramp.http.trade.TradeRendering]).
@NullMarked
package dev.offramp.http.trade;

import org.jspecify.annotations.NullMarked;
