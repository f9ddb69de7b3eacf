/// Coins out: stablecoins from the hot wallets to addresses outside.
///
/// Owns what can be sent and what it costs, and **withdrawals** (those to an address, on the wire) from placed to
/// completed, rejected or reversed. A withdrawal is placed in batches in the caller's transaction, which holds
/// amount and fee in the ledger. One step carries it on, a commit after each: it gets a **nonce**; it is signed,
/// and the **signed bytes and their hash are stored**; they are broadcast; the chain is asked by hash until one
/// **version** is deep enough. The machine is in [WithdrawalState][dev.offramp.withdrawals.WithdrawalState], the
/// postings are in [Booking][dev.offramp.withdrawals.Booking].
///
/// Invariants: a withdrawal has one nonce of one wallet for ever, and a nonce one withdrawal. Nothing leaves that
/// is not stored and committed. Once something is signed the money comes back only when a block says that it
/// failed: what may be lost is broadcast again, the same bytes, and what is stuck gets a version of the same nonce
/// and the same payment at a higher price; a chain takes one of them. Rejected means nothing was ever signed for
/// it; its nonce is used up by a **filler**, which pays nobody. A hold ends once, with the state. What the hot
/// wallet is short for is not signed, in the order of nonces, and waits
/// ([Funding][dev.offramp.withdrawals.Funding]).
///
/// Facts: [WithdrawalFact][dev.offramp.withdrawals.WithdrawalFact]. Sends through the port
/// [CoinSender][dev.offramp.chains.CoinSender]; a network without one is refused. `settlement` places for deposits.
@NullMarked
package dev.offramp.withdrawals;

import org.jspecify.annotations.NullMarked;
