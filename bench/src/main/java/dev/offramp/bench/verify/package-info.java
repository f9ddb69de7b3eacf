/// The seeded simulation: the whole server in one thread.
///
/// A **seed** decides everything: what integrators and senders do, which step of which of two instances runs next,
/// where a process crashes (just before or just after a commit), when one stalls with its transaction open while
/// the other goes on, what rails and receivers lose or do twice. The database is a real PostgreSQL; time moves only
/// when the seed says so. After every step the invariants are checked, at the end also that everything was carried
/// through. A failure prints the seed and the line that repeats it.
///
/// Invariants name damage (a payment that is two deposits, money sent that nobody wrote down, a fact that no reader
/// will see), not the ways that lead there. The **mutants** show that they would: each is a mistake planted in the
/// server, and must be caught.
@NullMarked
package dev.offramp.bench.verify;

import org.jspecify.annotations.NullMarked;
