/// Money that arrives: from first sight on a chain to credited, flagged or deleted.
///
/// Owns how far each chain was read (the **cursor**), deposits and their state machine
/// ([DepositState][dev.offramp.deposits.DepositState]), arrivals that are no deposit, the valuation of a deposit, and
/// mock trades; **incidents**, booked deposits that left their chain, which is paused until an operator has decided.
///
/// Invariants: a deposit is named by network, transaction, position in it and recipient, so it is one deposit however
/// often and wherever it is seen. Cursor and findings commit together; after downtime reading goes on at the cursor,
/// never at the tip. A deposit is credited once, at the price and rate of that moment, and not at all while one is
/// missing; once more only after a credit was corrected, with causes of its own. The target of a deposit fixes its
/// currency; the withdrawal that follows is none of this room's business.
///
/// Writes the facts `DepositPending`, `DepositCompleted`, `DepositFlagged`, `DepositDeleted`; `DepositPending` always
/// comes first, `DepositDeleted` follows a correction too. Lock order: cursor, deposits or wallet with its held
/// deposits, ledger.
@NullMarked
package dev.offramp.deposits;

import org.jspecify.annotations.NullMarked;
