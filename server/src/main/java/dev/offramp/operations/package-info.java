/// What looks after the running platform: the books held against all else, and what became of a transfer.
///
/// **Reconciliation** ([Reconciliation][dev.offramp.operations.Reconciliation]) holds the ledger against itself, the
/// deposits, the payouts, the withdrawals, and what chains and rails say. It runs by itself now and then and when
/// somebody asks ([Reconciliations][dev.offramp.operations.Reconciliations]), as a job that one process claims, and
/// keeps its latest results. What the sandbox's chains and rail say comes through the port
/// [Outside][dev.offramp.operations.Outside].
///
/// The **finder** ([DepositFinder][dev.offramp.operations.DepositFinder]) says what we know of a transaction, an
/// address or some blocks, and asks the chain where we know nothing.
///
/// Invariants: nothing here changes anything but its own results; no node or rail is asked within a transaction;
/// what is a fault only for the moment in which a reorganisation is followed is looked at again before it is told.
///
/// Owns `reconciliation` and `reconciliation_check`. Writes no facts. For the operator's pages and commands.
@NullMarked
package dev.offramp.operations;

import org.jspecify.annotations.NullMarked;
