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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Asks the rails about payouts that were or may have been sent, at growing distances, until they end.
final class QueryStep implements Step {

    static final JobKind JOB = new JobKind("payout.query");

    private static final int BATCH = 200;

    private static final Duration GAP_MAX = Duration.ofHours(1);

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final RailCalls calls;
    private final RailAnswers results;
    private final PayoutStore store;

    QueryStep(Database db, InstantSource clock, Jobs jobs, RailCalls calls, RailAnswers results, PayoutStore store) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
        this.calls = calls;
        this.results = results;
        this.store = store;
    }

    @Override
    public String name() {
        return "payouts.query";
    }

    @Override
    public boolean runOnce() {
        List<Job> claimed = jobs.claim(JOB, BATCH, SubmitStep.LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        List<Payout> open = db.transact(tx -> store.read(tx, SubmitStep.payoutsOf(claimed))).stream()
                .filter(payout -> payout.state().isOpen())
                .toList();
        RailCalls.Asked asked = calls.ask(open);
        db.run(tx -> end(tx, claimed, asked));
        return claimed.size() == BATCH;
    }

    private void end(Transaction tx, List<Job> claimed, RailCalls.Asked asked) {
        List<Job> ours = jobs.stillOurs(tx, claimed);
        Set<ObjectId> open = results.take(tx, SubmitStep.payoutsOf(ours), asked.answers()).stream()
                .filter(payout -> payout.state().isOpen())
                .map(payout -> payout.id().value())
                .collect(Collectors.toSet());
        Map<Boolean, List<Job>> byOpen =
                ours.stream().collect(Collectors.partitioningBy(job -> open.contains(job.subject())));
        jobs.finish(tx, byOpen.get(false));
        askAgain(tx, byOpen.get(true), asked.troubles());
    }

    private void askAgain(Transaction tx, List<Job> still, Map<PayoutId, String> troubles) {
        Instant now = clock.instant();
        still.stream()
                .collect(Collectors.groupingBy(Job::attempt, TreeMap::new, Collectors.toList()))
                .forEach((attempt, its) -> askAgain(tx, its, now.plus(gap(attempt + 1)), troubles));
    }

    private void askAgain(Transaction tx, List<Job> still, Instant at, Map<PayoutId, String> troubles) {
        Map<Optional<String>, List<Job>> byTrouble = still.stream()
                .collect(Collectors.groupingBy(job -> Optional.ofNullable(troubles.get(new PayoutId(job.subject())))));
        byTrouble.forEach((trouble, its) ->
                trouble.ifPresentOrElse(what -> jobs.retry(tx, its, at, what), () -> jobs.retry(tx, its, at)));
    }

    /// How long to wait before asking for the `attempt`th time: 1 s, 2 s, 4 s … 1 h.
    static Duration gap(int attempt) {
        Duration gap = Duration.ofSeconds(1L << Math.min(attempt - 1, 20));
        return gap.compareTo(GAP_MAX) < 0 ? gap : GAP_MAX;
    }
}
