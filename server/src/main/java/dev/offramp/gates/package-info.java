/// One at a time: of all requests with one name, on all processes, one is let through, the others wait.
///
/// A **gate** is a name within a tenant (an idempotency key, an external id). Who is let through holds its **pass**, a
/// committed row, and gives it up in the transaction of the effect. Who is not waits without a connection to the
/// database: a process of its own is woken by the pass's end, others look now and then.
///
/// Invariants: a gate has at most one pass. A pass runs out, so that a crash shuts a gate for seconds only; whoever
/// then gets the next one makes the first worthless, because an effect commits only with the end of a pass that is
/// still valid. Whether the work is done is looked up after the pass was taken, so that an effect which committed in
/// between is seen. Clocks that differ between processes cost time, never an effect.
///
/// Knows nothing of what is behind a gate; the caller says by a question whether it is done. Writes no facts. May be
/// used by the faces.
@NullMarked
package dev.offramp.gates;

import org.jspecify.annotations.NullMarked;
