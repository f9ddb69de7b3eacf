/// What happened, for those above who want to know: the transactional outbox.
///
/// A room that changes something writes a **fact** in the same transaction: a past-tense record
/// (`DepositCompleted`) that is a **snapshot** of all a reader needs, with its object's id and `sequence` (1, 2, 3 …
/// per object, given under the object's row lock). The **sequencer** numbers committed facts without gaps;
/// named **readers** follow those positions and commit their cursor together with their effect.
///
/// Snapshots lie sealed under the server key: some hold account numbers, and what lies in a row by itself tells nobody
/// which.
///
/// Invariants: a fact is never changed; every committed fact gets exactly one position; facts of one object keep
/// their order; each reader's effect happens exactly once per fact. Reading the outbox by "id greater than the last
/// seen" would lose a fact whenever two commits cross, which is why positions are given after commit.
///
/// Rooms write facts, rooms above read them; this room knows none of them.
@NullMarked
package dev.offramp.facts;

import org.jspecify.annotations.NullMarked;
