/// The audit log: who did what, from where, with what before and after.
///
/// Owns the **trail**: **entries** numbered 1, 2, 3 ... without gaps. A room or a face that changes something for
/// somebody records its entry in the transaction of the change, as the last thing it does there: one row, the
/// **head**, is locked from then until the commit, which is what keeps numbers without gaps. Entries are rare (what
/// people decide, never what requests and deposits do all day), so nobody waits long.
///
/// The trail is a chain: each entry carries a keyed hash over its own content and the hash of the entry before, under a
/// key that is not in the database; the head carries a **seal**, a keyed hash over the last number and hash.
/// Somebody who can write to the database but has no server key cannot change, remove, insert or reorder entries, nor
/// cut off the last ones, without [verify][dev.offramp.trail.Trail#verify] naming the place. What it cannot notice by
/// itself is a trail set back as a whole, entries and head, to what it was at an earlier time (a backup, a copy of the
/// head's row): for that the head is written to the program's log as it moves, and shown to people, who may note it;
/// a **noted** head that the trail does not contain any more is named too. Whoever has the server key and the database
/// can write what he likes.
///
/// Invariants: an entry is committed with its change or not at all; entries are never changed or removed; no secret,
/// PIN, password or whole account number is in one.
@NullMarked
package dev.offramp.trail;

import org.jspecify.annotations.NullMarked;
