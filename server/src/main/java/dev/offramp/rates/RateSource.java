package dev.offramp.rates;

import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.Map;

/// The port for where rates come from. One per environment.
interface RateSource {

    /// Every rate that holds at `now`. A rate that is unknown, stale or expired is left out; there is no other one in
    /// its place.
    Map<Pair, Quote> quotes(Transaction tx, Instant now);

    /// How the rate of every pair stands that there was ever one of.
    Map<Pair, QuotedPair.Standing> standings(Transaction tx, Instant now);
}
