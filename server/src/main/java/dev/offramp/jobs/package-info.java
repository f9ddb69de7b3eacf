/// Work that must survive a crash, and the loops that do it.
///
/// A **job** names a kind and a subject and becomes due at a time; it is added in the transaction of the change that
/// needs it. A worker **claims** due jobs in batches (row locks, skipping those of others), which moves them out of
/// sight for the length of a lease and counts an attempt; the result is committed only for jobs whose attempt is
/// still the claimed one, so a worker that overslept its lease changes nothing. Giving up is the caller's decision:
/// it finishes the job.
///
/// A **step** is one turn of a loop and can be run by hand; [Loops][dev.offramp.jobs.Loops] runs steps until the
/// program stops, backs off on [Trouble][dev.offramp.db.Trouble] and logs bugs once, at the top.
///
/// Why not a scheduler library: claims and results here are batches of hundreds in the caller's own transaction,
/// which is what the measured throughput rests on; the libraries we tried commit one job at a time.
@NullMarked
package dev.offramp.jobs;

import org.jspecify.annotations.NullMarked;
