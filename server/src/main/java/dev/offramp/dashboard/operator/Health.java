package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.ChainState;
import dev.offramp.jobs.JobCount;
import dev.offramp.jobs.LoopState;
import dev.offramp.mail.MailCount;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.payouts.RailState;
import dev.offramp.rates.QuotedPair;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How each part of the installation stands, in a line each, from one moment. A later part joins by a line here.
record Health(Uses uses) {

    private static final Duration LATELY = Duration.ofDays(1);

    /// Jobs that have been due for so long wait for a loop that does not run.
    private static final Duration LATE = Duration.ofMinutes(5);

    /// A part of the installation.
    ///
    /// @param words what there is to say beyond the state
    record Part(String name, String path, Badge state, String words) {

        boolean wantsAttention() {
            return switch (state.tone()) {
                case BAD, WAITING -> true;
                case GOOD, QUIET -> false;
            };
        }
    }

    List<Part> parts(Transaction tx, Instant now) {
        return List.of(
                integrations(tx),
                flagged(tx),
                incidents(tx),
                chains(tx),
                rails(tx, now),
                rates(tx),
                books(tx, now),
                work(tx, now),
                mail(tx));
    }

    private Part integrations(Transaction tx) {
        List<Integration> all = uses.tenancy().integrations(tx);
        long waiting = all.stream().filter(one -> !one.productionApproved()).count();
        boolean isAsked = waiting > 0 && uses.settings().isProductionEnabled();
        return new Part(
                "Integrations",
                "/operator/integrations",
                isAsked ? Badge.waiting("To be approved: " + Figures.count(waiting)) : Badge.good("In order"),
                Figures.count(all.size()) + " in all");
    }

    private Part flagged(Transaction tx) {
        long waiting = uses.deposits().countFlagged(tx);
        return new Part(
                "Flagged deposits",
                "/operator/deposits/flagged",
                waiting == 0 ? Badge.good("None") : Badge.waiting("To be decided: " + Figures.count(waiting)),
                "");
    }

    private Part incidents(Transaction tx) {
        int open = uses.deposits().incidents(tx).size();
        return new Part(
                "Incidents",
                "/operator/incidents",
                open == 0 ? Badge.good("None") : Badge.bad("To be decided: " + Figures.count(open)),
                "");
    }

    private Part chains(Transaction tx) {
        List<ChainState> all = uses.deposits().chains(tx);
        long troubled = all.stream().filter(ChainState::isInTrouble).count();
        long paused = all.stream().filter(ChainState::isPaused).count();
        long lag = all.stream()
                .filter(state -> !state.isPaused())
                .mapToLong(state -> state.lag().orElse(0))
                .max()
                .orElse(0);
        Badge badge = Badge.good("Followed");
        if (paused > 0) {
            badge = Badge.waiting("Paused: " + Figures.count(paused));
        }
        if (troubled > 0) {
            badge = Badge.bad("In trouble: " + Figures.count(troubled));
        }
        return new Part(
                "Chains",
                "/operator/chains",
                badge,
                Figures.count(all.size()) + " in all, greatest lag " + Figures.count(lag) + " blocks");
    }

    private Part rails(Transaction tx, Instant now) {
        List<RailState> served = uses.payouts().rails(tx, now.minus(LATELY)).stream()
                .filter(state -> state.isServed() || state.open().all() > 0)
                .toList();
        long troubled = served.stream()
                .filter(state -> !state.isServed() || state.isInTrouble())
                .count();
        long open = served.stream().mapToLong(state -> state.open().all()).sum();
        return new Part(
                "Rails",
                "/operator/rails",
                troubled == 0 ? Badge.good("In order") : Badge.bad("In trouble: " + Figures.count(troubled)),
                Figures.count(open) + " payouts under way");
    }

    /// The sandbox's are always there.
    private Part rates(Transaction tx) {
        List<QuotedPair> pairs = uses.rates().quotedPairs(tx, Environment.PRODUCTION);
        long usable = pairs.stream().filter(QuotedPair::isUsable).count();
        boolean isComplete = usable == pairs.size();
        Badge badge = uses.settings().isProductionEnabled() && !isComplete
                ? Badge.waiting("Without a rate: " + Figures.count(pairs.size() - usable))
                : Badge.good("In order");
        return new Part(
                "Rates",
                "/operator/rates",
                badge,
                Figures.count(usable) + " of " + Figures.count(pairs.size()) + " pairs of production have one");
    }

    private Part books(Transaction tx, Instant now) {
        Optional<ReconciliationRun> last =
                uses.reconciliations().last(tx, 1).stream().findFirst();
        Badge badge = last.map(run ->
                        run.isSound() ? Badge.good("Sound") : Badge.bad("Faults: " + Figures.count(run.faultCount())))
                .orElseGet(() -> Badge.quiet("Not reconciled yet"));
        return new Part(
                "Reconciliation",
                "/operator/reconciliation",
                badge,
                last.map(run -> Ages.since(run.endedAt(), now)).orElse("The first one follows soon after the start"));
    }

    private Part mail(Transaction tx) {
        MailCount count = uses.mail().count(tx);
        Badge badge = uses.mail().isOn() ? Badge.good("In order") : Badge.quiet("Not set up");
        if (count.givenUpLately() > 0) {
            badge = Badge.waiting("Given up in the last day: " + Figures.count(count.givenUpLately()));
        }
        return new Part("E-mail", ShowMail.PATH, badge, Figures.count(count.waiting()) + " letters waiting");
    }

    private Part work(Transaction tx, Instant now) {
        List<LoopState> loops = uses.loopBook().all(tx);
        List<JobCount> jobs = uses.jobs().counts(tx);
        long failing = loops.stream().filter(loop -> loop.failures() > 0).count();
        long late = jobs.stream()
                .flatMap(count -> count.oldestDue().stream())
                .filter(due -> due.isBefore(now.minus(LATE)))
                .count();
        long troubled = jobs.stream().mapToLong(JobCount::troubled).sum();
        Badge badge = Badge.good("In order");
        if (troubled > 0 || late > 0) {
            badge = Badge.waiting("Jobs in trouble: " + Figures.count(troubled + late));
        }
        if (failing > 0) {
            badge = Badge.bad("Loops failing: " + Figures.count(failing));
        }
        long processes = loops.stream().map(LoopState::process).distinct().count();
        return new Part(
                "Background work",
                "/operator/work",
                badge,
                Figures.count(loops.size()) + " loops, processes: " + Figures.count(processes));
    }
}
