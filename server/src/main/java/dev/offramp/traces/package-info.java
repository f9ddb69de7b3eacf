/// What took how long, as **spans** of **traces**: for an operator who asks where a deposit, a payout or a request
/// spent its time, and for integrators whose own traces lead into ours.
///
/// Every trace has an id that anybody can work out ([TraceId#of][dev.offramp.traces.TraceId#of]): it is that of the
/// deposit, the payout, the withdrawal or the address whose story it tells, or that of the request that nobody traced
/// before. So there is nothing to be stored or handed on, and one trace spans processes and days.
///
/// Rooms that know of a span tell it here when it is over; telling never waits and never fails. What is told goes to a
/// collector by an adapter ([dev.offramp.traces.otlp]), or nowhere. Nothing is decided by it, and some of it may be
/// lost when a process is killed or the collector is away.
///
/// Spans carry ids, words and status codes; never an amount, an account, an address, a secret or a text that a client
/// sent.
///
/// Owns no tables. Writes no facts.
@NullMarked
package dev.offramp.traces;

import org.jspecify.annotations.NullMarked;
