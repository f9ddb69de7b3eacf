/// Banks, and bank money out.
///
/// Owns the catalogue of banks, saved banks, what a payout costs, the port to **rails** with its sandbox adapter
/// (`.simulated`), and **payouts** (the wire's bank withdrawals) from placed to paid, rejected or reversed.
///
/// A payout is placed in batches in the caller's transaction, which holds its amount in the ledger. Two steps carry it
/// on: **submit** commits the intention, calls the rail with no transaction open and commits the answer; **query** asks
/// about everything that was or may have been sent, until it ends. The states and the whole machine are in
/// [PayoutState][dev.offramp.payouts.PayoutState], the postings in [Booking][dev.offramp.payouts.Booking].
///
/// Invariants: a payout has one **reference** for ever, and a rail pays a reference at most once; nothing is sent
/// before its intention is committed; after an unknown outcome the rail is asked, and the same reference is sent
/// again only while the rail has never acknowledged it and says that it knows nothing of it. A hold ends once, with
/// the state. A deposit has at most one payout, an external id names one. Accounts lie sealed; a saved one is found
/// again by keyed hashes.
///
/// Facts: [PayoutFact][dev.offramp.payouts.PayoutFact]. Knows deposits only by their ids; `settlement` places for them.
@NullMarked
package dev.offramp.payouts;

import org.jspecify.annotations.NullMarked;
