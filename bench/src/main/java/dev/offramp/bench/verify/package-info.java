/// The seeded simulation: the whole server in one thread.
///
/// A **seed** decides everything: what integrators and senders do, which step of which of two instances runs next,
/// where a process crashes (just before or just after a commit), when the other instance slips in at a commit, what
/// rails and receivers lose or do twice. The database is a real PostgreSQL; time moves only when the seed says so.
/// After every step the invariants are checked, at the end also that everything was carried through. A failure prints
/// the seed and the line that repeats it.
@NullMarked
package dev.offramp.bench.verify;

import org.jspecify.annotations.NullMarked;
