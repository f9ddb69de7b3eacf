package dev.offramp.operations;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.JobState;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reconciles every few hours and when somebody asks, one process at a time, and keeps what came of it.
public final class Reconciliations {

    static final JobKind JOB = new JobKind("operations.reconcile");

    /// There is one such job.
    static final ObjectId SUBJECT = new ObjectId("0".repeat(ObjectId.LENGTH));

    /// From the end of one to the beginning of the next.
    static final Duration EVERY = Duration.ofHours(6);

    /// The first one of an installation comes soon after its first start.
    static final Duration FIRST_AFTER = Duration.ofMinutes(1);

    /// Longer than the largest installation should take.
    static final Duration LEASE = Duration.ofHours(1);

    /// What is a fault only for a moment, as while a reorganisation is followed, is gone by the next of so many looks.
    static final int LOOKS = 3;

    static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);
    static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    private static final int KEPT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final ReconciliationStore store = new ReconciliationStore();

    private Reconciliations(Database db, InstantSource clock, Jobs jobs) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
    }

    public static Reconciliations create(Database db, InstantSource clock, Jobs jobs) {
        return new Reconciliations(db, clock, jobs);
    }

    /// Does it when it is due.
    public Step step(Reconciliation reconciliation) {
        return new Step() {
            private boolean isScheduled;

            @Override
            public String name() {
                return JOB.value();
            }

            @Override
            public boolean runOnce() {
                if (!isScheduled) {
                    schedule();
                    isScheduled = true;
                }
                jobs.claim(JOB, 1, LEASE).forEach(job -> run(job, reconciliation));
                return false;
            }
        };
    }

    /// Makes sure that there is a job, as long as nobody else has; what is due sooner stays.
    private void schedule() {
        db.run(tx -> {
            Instant due = store.last(tx, 1).stream()
                    .findFirst()
                    .map(run -> run.endedAt().plus(EVERY))
                    .orElse(clock.instant().plus(FIRST_AFTER));
            jobs.add(tx, JOB, List.of(SUBJECT), due);
        });
    }

    private void run(Job job, Reconciliation reconciliation) {
        Instant startedAt = now();
        List<Check> checks;
        try {
            checks = reconciliation.checks();
        } catch (Trouble trouble) {
            Instant again = now().plus(AFTER_TROUBLE);
            db.run(tx -> jobs.retry(tx, jobs.stillOurs(tx, List.of(job)), again, trouble.getMessage()));
            return;
        }
        ReconciliationRun run = new ReconciliationRun(0, startedAt, now(), checks);
        if (run.isSound() || job.attempt() >= LOOKS) {
            db.run(tx -> keep(tx, job, run));
        } else {
            Instant again = now().plus(LOOK_AGAIN_AFTER);
            db.run(tx -> jobs.retry(tx, jobs.stillOurs(tx, List.of(job)), again));
        }
    }

    private void keep(Transaction tx, Job job, ReconciliationRun run) {
        List<Job> ours = jobs.stillOurs(tx, List.of(job));
        if (!ours.isEmpty()) {
            store.insert(tx, run);
            store.forget(tx, KEPT);
            jobs.finish(tx, ours);
            jobs.add(tx, JOB, List.of(SUBJECT), run.endedAt().plus(EVERY));
            run.checks().stream()
                    .flatMap(check -> check.faults().stream())
                    .forEach(fault -> LOG.error("the books are not sound: {}", fault));
        }
    }

    /// Wants one to begin now.
    public ReconciliationWish want(Transaction tx) {
        Optional<Instant> until = schedule(tx).flatMap(JobState::claimedUntil).filter(clock.instant()::isBefore);
        if (until.isPresent()) {
            return new ReconciliationWish.UnderWay(until.get());
        }
        jobs.add(tx, JOB, List.of(SUBJECT), clock.instant());
        return new ReconciliationWish.Wanted();
    }

    /// The next one, or the one under way; empty until a server has run its loops for the first time.
    public Optional<JobState> schedule(Transaction tx) {
        return jobs.find(tx, JOB, SUBJECT);
    }

    /// What came of the latest ones, newest first.
    public List<ReconciliationRun> last(Transaction tx, int max) {
        return store.last(tx, max);
    }

    /// As precise as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
