/// How the parts of the installation stand, and how they stood on the last ninety days.
///
/// Owns **components** and what they were found to be: **operational**, **degraded** or **down**, each with words.
/// A step measures every ten seconds: it reads what the rooms that do the work wrote down about chains, rails,
/// deliveries, rates and requests, and has the faces answer a question (a [Probe][dev.offramp.health.Probe]). Of
/// several processes one measures at a time; whoever has the lock moves a cursor, up to which each second of each
/// component is **booked** in its day, or was not measured. [Health][dev.offramp.health.Health] is the entry.
///
/// When a component was down for long enough it writes an incident, and resolves it when the component is back; the
/// rest of incidents is the room `bulletins`.
///
/// Invariants: nothing is shown that was not measured; no second is booked twice; what the database could not be
/// told because it was away is booked as down, by the process that noticed, when it is back. What is found here is
/// for everybody: it names no business, no amount, no number of requests, and nothing of what a node or a rail
/// said. Whoever asks is answered within two seconds, from memory where the database is away.
///
/// Owns `status_turn`, `status_component` and `status_day`. Writes no facts. For the status page, the operator's pages
/// and commands.
@NullMarked
package dev.offramp.health;

import org.jspecify.annotations.NullMarked;
