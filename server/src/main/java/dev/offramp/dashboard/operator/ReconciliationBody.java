package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.JobState;
import dev.offramp.operations.Check;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.operations.Reconciliations;
import dev.offramp.trail.Trail;
import gg.jte.html.HtmlContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of holding the books against all else.
record ReconciliationBody(Reconciliations reconciliations, Trail trail) {

    private static final int SHOWN_MAX = 20;

    /// What the page shows.
    ///
    /// @param head where the audit log ends now
    record View(Optional<JobState> schedule, List<Run> runs, String head, Instant now) {

        Optional<Run> last() {
            return runs.stream().findFirst();
        }

        List<Run> earlier() {
            return runs.stream().skip(1).toList();
        }

        boolean isRunning() {
            return schedule.flatMap(JobState::claimedUntil)
                    .filter(now::isBefore)
                    .isPresent();
        }

        /// Whether one is under way or about to begin, so that the page asks again by itself.
        boolean isExpected() {
            return isRunning()
                    || schedule.filter(job -> job.dueAt().isBefore(now.plusSeconds(10)))
                            .isPresent();
        }

        String next() {
            if (isRunning()) {
                return "one is under way";
            }
            return schedule.map(JobState::dueAt)
                    .map(due -> due.isAfter(now) ? "in " + Ages.words(Duration.between(now, due)) : "now")
                    .orElse("soon after the start");
        }
    }

    /// One of them.
    record Run(ReconciliationRun run) {

        Badge badge() {
            return run.isSound() ? Badge.good("Sound") : Badge.bad("Faults: " + Figures.count(run.faultCount()));
        }

        String took() {
            return Ages.words(Duration.between(run.startedAt(), run.endedAt()));
        }

        Badge badge(Check check) {
            return check.isSound() ? Badge.good("Holds") : Badge.bad("Faults: " + Figures.count(check.faultCount()));
        }
    }

    View view(Visit visit) {
        return visit.view(tx -> view(tx, visit.now()));
    }

    private View view(Transaction tx, Instant now) {
        return new View(
                reconciliations.schedule(tx),
                reconciliations.last(tx, SHOWN_MAX).stream().map(Run::new).toList(),
                trail.head(tx).toString(),
                now);
    }

    HtmlContent state(Visit visit, View view) {
        Here here = visit.here();
        return out -> JtereconciliationStateGenerated.render(out, null, here, view);
    }
}
