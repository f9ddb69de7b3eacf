/// What became of deposits, payouts, withdrawals and addresses, told as spans of traces.
///
/// A reader of facts. Each fact becomes a span from the one before it, about the same object, to itself: how long it
/// took to get there. When an object has come to its end, the span of its whole life is told, to which those belong.
/// What settles a deposit stands in the deposit's trace, as a part of its life; what the webhooks say of it stands
/// there too ([dev.offramp.webhooks]). [Journeys][dev.offramp.journeys.Journeys] is the entry.
///
/// Invariants: no fact is told twice. It is told once its reader has passed it, so that a process that is killed in
/// between tells nothing of it; what was before somebody listened is not told.
///
/// Owns no tables. Writes no facts.
@NullMarked
package dev.offramp.journeys;

import org.jspecify.annotations.NullMarked;
