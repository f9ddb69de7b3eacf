/// The database, and what every row needs.
///
/// Owns the connection pool, transactions and their retry, migrations, the embedded PostgreSQL, row identities
/// ([ObjectId][dev.offramp.db.ObjectId]) and the one exception for passing faults
/// ([Trouble][dev.offramp.db.Trouble]).
///
/// Words: a **transaction** is a visible argument, opened by a room's entry class with
/// [Database#transact][dev.offramp.db.Database#transact]; a store only ever receives one. A **commit point** is
/// the moment just before or just after a commit, where a simulation may crash the process.
///
/// Invariants: no network call, sleep or webhook happens inside a transaction. Serialization failures and
/// deadlocks are retried here, at the outermost transaction, and never look like a business refusal. Times are
/// stored as `timestamptz` and never depend on the session's zone.
///
/// Anyone may use this room; it uses nobody.
@NullMarked
package dev.offramp.db;

import org.jspecify.annotations.NullMarked;
