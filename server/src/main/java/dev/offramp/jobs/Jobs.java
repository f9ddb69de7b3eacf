package dev.offramp.jobs;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Durable work: add, claim, then finish or retry.
public final class Jobs {

    private final Database db;
    private final InstantSource clock;
    private final JobStore store = new JobStore();

    private Jobs(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    public static Jobs create(Database db, InstantSource clock) {
        return new Jobs(db, clock);
    }

    /// Adds one job per subject, due at `at`. A job of that kind and subject that exists already is moved to `at` if
    /// that is earlier.
    public void add(Transaction tx, JobKind kind, Collection<ObjectId> subjects, Instant at) {
        if (!subjects.isEmpty()) {
            store.add(tx, kind, subjects, at);
        }
    }

    /// Claims up to `max` due jobs in a transaction of its own; nobody else gets them before `lease` has passed.
    public List<Job> claim(JobKind kind, int max, Duration lease) {
        Instant now = clock.instant();
        return db.transact(tx -> store.claim(tx, kind, max, now, now.plus(lease)));
    }

    /// Locks those of the claimed jobs that are still ours. Results may be written for these alone.
    public List<Job> stillOurs(Transaction tx, List<Job> claimed) {
        return claimed.isEmpty() ? List.of() : store.lock(tx, claimed);
    }

    /// Removes jobs that [#stillOurs] answered.
    public void finish(Transaction tx, List<Job> jobs) {
        if (!jobs.isEmpty()) {
            store.delete(tx, jobs);
        }
    }

    /// Makes jobs that [#stillOurs] answered due again at `at`.
    public void retry(Transaction tx, List<Job> jobs, Instant at) {
        if (!jobs.isEmpty()) {
            store.postpone(tx, jobs, at, Optional.empty());
        }
    }

    /// [#retry(Transaction, List, Instant)], because something went wrong.
    ///
    /// @param trouble in words for the operator: no secrets, no account numbers
    public void retry(Transaction tx, List<Job> jobs, Instant at, String trouble) {
        if (!jobs.isEmpty()) {
            store.postpone(tx, jobs, at, Optional.of(new LastTrouble(trouble, clock.instant())));
        }
    }

    /// How the job of a subject stands; empty when there is none.
    public Optional<JobState> find(Transaction tx, JobKind kind, ObjectId subject) {
        return store.find(tx, kind, subject);
    }

    /// How many jobs there are of each kind that has some, and how they stand.
    public List<JobCount> counts(Transaction tx) {
        return store.counts(tx, clock.instant());
    }

    /// Jobs that something went wrong with, those tried most often first.
    public List<JobState> troubled(Transaction tx, int max) {
        return store.troubled(tx, clock.instant(), max);
    }
}
