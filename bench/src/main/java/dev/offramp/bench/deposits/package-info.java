/// How many deposits a second are carried from the chain to the bank.
///
/// A run makes tenants with wallets that have a bank and automatic settlement, puts deposits into blocks of the
/// simulated chain, deep enough to be credited, then starts the server's own loops and waits until every deposit is
/// credited, its payout completed and the record of each of its events written. `pgbench` (TPC-B, prepared
/// statements, as many connections) runs before and after on the same server, so that the figure means the same on
/// any machine.
///
/// The database is the embedded one with its usual, durable settings.
@NullMarked
package dev.offramp.bench.deposits;

import org.jspecify.annotations.NullMarked;
