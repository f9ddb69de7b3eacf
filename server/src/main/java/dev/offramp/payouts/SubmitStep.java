package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Sends placed payouts to their rails, each once. The intention is committed first; whatever was interrupted after
/// that is handed to the [QueryStep], which asks before anything is sent again.
final class SubmitStep implements Step {

    static final JobKind JOB = new JobKind("payout.submit");

    static final int BATCH = 200;

    /// Longer than a batch may take at the rail.
    static final Duration LEASE = Duration.ofSeconds(Rail.PATIENCE_SECONDS + 10);

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final RailCalls calls;
    private final RailAnswers results;
    private final PayoutStore store;

    SubmitStep(Database db, InstantSource clock, Jobs jobs, RailCalls calls, RailAnswers results, PayoutStore store) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
        this.calls = calls;
        this.results = results;
        this.store = store;
    }

    @Override
    public String name() {
        return "payouts.submit";
    }

    @Override
    public boolean runOnce() {
        List<Job> claimed = jobs.claim(JOB, BATCH, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        List<Payout> sending = db.transact(tx -> begin(tx, claimed));
        Map<PayoutId, Rail.Answer> answers = calls.submit(sending);
        db.run(tx -> end(tx, jobsOf(claimed, sending), answers));
        return claimed.size() == BATCH;
    }

    /// Marks what is to be sent now.
    private List<Payout> begin(Transaction tx, List<Job> claimed) {
        Instant now = clock.instant();
        List<Job> ours = jobs.stillOurs(tx, claimed);
        List<Payout> payouts = store.lock(tx, payoutsOf(ours));
        List<Payout> sending = payouts.stream()
                .filter(payout -> payout.state() instanceof PayoutState.Placed)
                .map(payout -> payout.in(new PayoutState.Submitting(), now))
                .toList();
        store.update(tx, sending);
        List<Payout> interrupted = payouts.stream()
                .filter(payout -> !(payout.state() instanceof PayoutState.Placed))
                .toList();
        handOver(tx, jobsOf(ours, interrupted), interrupted, now);
        return sending;
    }

    private void end(Transaction tx, List<Job> sent, Map<PayoutId, Rail.Answer> answers) {
        List<Job> ours = jobs.stillOurs(tx, sent);
        List<Payout> payouts = results.take(tx, payoutsOf(ours), answers);
        handOver(tx, ours, payouts, clock.instant().plus(QueryStep.gap(1)));
    }

    /// Ends these jobs; from now on the open ones of their payouts are asked about.
    private void handOver(Transaction tx, List<Job> ours, List<Payout> payouts, Instant firstQuery) {
        jobs.finish(tx, ours);
        List<ObjectId> open = payouts.stream()
                .filter(payout -> payout.state().isOpen())
                .map(payout -> payout.id().value())
                .toList();
        jobs.add(tx, QueryStep.JOB, open, firstQuery);
    }

    static List<PayoutId> payoutsOf(List<Job> jobs) {
        return jobs.stream().map(job -> new PayoutId(job.subject())).toList();
    }

    private static List<Job> jobsOf(List<Job> jobs, List<Payout> payouts) {
        Set<ObjectId> ids = payouts.stream().map(payout -> payout.id().value()).collect(Collectors.toSet());
        return jobs.stream().filter(job -> ids.contains(job.subject())).toList();
    }
}
