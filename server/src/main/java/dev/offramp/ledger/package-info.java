/// The books: double entry, exact, append-only.
///
/// Owns accounts, transfers, postings, holds and balances. A **posting** moves units of one asset from one account to
/// another in one row, so it cannot be out of balance; a **transfer** is the set of postings of one **cause** (a
/// purpose and the object it is for) and exists at most once per cause; a **hold** sets aside part of a balance until
/// it is posted or released, once.
///
/// Balance = in − out. Only tenant accounts are **guarded**: they have a row with what is posted and what is held,
/// and `posted − held` never falls below zero. System accounts have no row to wait on; their balance is a checkpoint
/// plus the postings since.
///
/// Work comes in batches ([Ledger#enter][dev.offramp.ledger.Ledger#enter]): each guarded account is locked once, in
/// account order, entries are decided in the order given, and one net update per account is written. A refused entry
/// changes nothing; the others stand.
///
/// Corrections are new transfers; nothing is updated or deleted. Writes no facts: the rooms that move money do.
@NullMarked
package dev.offramp.ledger;

import org.jspecify.annotations.NullMarked;
