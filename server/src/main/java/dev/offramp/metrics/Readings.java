package dev.offramp.metrics;

import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.ChainState;
import dev.offramp.facts.FactLag;
import dev.offramp.health.Standing;
import dev.offramp.jobs.JobCount;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.payouts.RailState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the database said of one moment.
///
/// @param chains those that are followed here and were looked at
/// @param rails those that there are here
/// @param late chains whose withdrawals wait to be signed for longer than [#SIGNED_WITHIN]
/// @param deliveryDue since when the delivery that has waited longest has been due
/// @param trailEntries the number of the last entry of the audit log
record Readings(
        Instant at,
        List<Standing> standings,
        List<ChainState> chains,
        List<RailState> rails,
        Set<ChainId> late,
        Optional<Instant> deliveryDue,
        int disabledEndpoints,
        List<JobCount> jobs,
        FactLag facts,
        long flagged,
        int incidents,
        Optional<ReconciliationRun> reconciliation,
        long trailEntries) {

    /// As long as operators' notices wait.
    static final Duration SIGNED_WITHIN = Duration.ofMinutes(10);

    /// Of everything but what is asked for: no endpoint has failed since before time began.
    private static final Instant NEVER = Instant.EPOCH;

    static Readings read(Transaction tx, Metrics.Uses uses, Instant now) {
        return new Readings(
                now,
                uses.health().standings(tx),
                uses.deposits().chains(tx).stream()
                        .filter(state -> uses.followed().contains(state.chain()))
                        .toList(),
                uses.payouts().rails(tx, now).stream()
                        .filter(RailState::isServed)
                        .toList(),
                Set.copyOf(uses.withdrawals().waitingSince(tx, now.minus(SIGNED_WITHIN))),
                uses.webhooks().oldestDue(tx),
                uses.webhooks().troubled(tx, NEVER).size(),
                uses.jobs().counts(tx),
                FactLag.read(tx),
                uses.deposits().countFlagged(tx),
                uses.deposits().incidents(tx).size(),
                uses.reconciliations().last(tx, 1).stream().findFirst(),
                uses.trail().head(tx).number());
    }
}
