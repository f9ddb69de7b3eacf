package dev.offramp.payouts;

import dev.offramp.jobs.Job;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the jobs of this room are about.
final class PayoutJobs {

    private PayoutJobs() {}

    static PayoutId payout(Job job) {
        return new PayoutId(job.subject());
    }

    static Set<PayoutId> payouts(Collection<Job> jobs) {
        Set<PayoutId> ids = new TreeSet<>(Comparator.comparing(PayoutId::value));
        jobs.forEach(job -> ids.add(payout(job)));
        return ids;
    }

    static Map<PayoutId, Rail.Answer> only(Map<PayoutId, Rail.Answer> answers, Set<PayoutId> ids) {
        Map<PayoutId, Rail.Answer> kept = new HashMap<>(answers);
        kept.keySet().retainAll(ids);
        return kept;
    }
}
