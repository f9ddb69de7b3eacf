package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.jobs.JobCount;
import dev.offramp.jobs.JobState;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.LoopBook;
import dev.offramp.jobs.LoopState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Background work: jobs that are due, under way and failing, and the loops that do them.
record ShowWork(Jobs jobs, LoopBook loopBook) implements Page {

    private static final int TROUBLED_MAX = 100;

    /// A turn that takes so long may hang.
    private static final Duration LONG = Duration.ofMinutes(2);

    /// Processes tell every few seconds.
    private static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    /// What the page shows.
    record View(List<JobCount> counts, List<Troubled> troubled, List<Line> loops, Instant now) {

        String count(long number) {
            return Figures.count(number);
        }

        String oldest(JobCount count) {
            return count.oldestDue().map(due -> Ages.since(due, now)).orElse("none");
        }
    }

    /// A job that something went wrong with.
    record Troubled(JobState job, Instant now) {

        String what() {
            return job.trouble().map(trouble -> trouble.what()).orElse("whoever had it did not come back");
        }

        String next() {
            return job.dueAt().isAfter(now) ? "in " + Ages.words(Duration.between(now, job.dueAt())) : "now";
        }
    }

    /// A loop in a line.
    ///
    /// @param process counted from 1, in the order of their starts
    record Line(LoopState loop, int process, Instant now) {

        String last() {
            return loop.last().map(turn -> Ages.since(turn.endedAt(), now)).orElse("none yet");
        }

        String took() {
            return loop.last().map(turn -> Ages.words(turn.took())).orElse("");
        }

        String trouble() {
            return loop.trouble()
                    .map(trouble -> trouble.what() + ", " + Ages.since(trouble.at(), now))
                    .orElse("none");
        }

        Badge badge() {
            if (loop.toldAt().plus(SILENT_AFTER).isBefore(now)) {
                return Badge.bad("Process silent");
            }
            if (loop.failures() > 0) {
                return Badge.bad("Failing: " + Figures.count(loop.failures()));
            }
            return loop.runningSince()
                            .filter(since -> since.plus(LONG).isBefore(now))
                            .isPresent()
                    ? Badge.waiting("Long turn")
                    : Badge.good("Runs");
        }
    }

    @Override
    public Route route() {
        return Route.get("/operator/work");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Jobs and loops"));
    }

    @Override
    public Answer answer(Visit visit) {
        Instant now = visit.now();
        View view = visit.view(tx -> new View(
                jobs.counts(tx),
                jobs.troubled(tx, TROUBLED_MAX).stream()
                        .map(job -> new Troubled(job, now))
                        .toList(),
                lines(loopBook.all(tx), now),
                now));
        return Answer.page("Jobs and loops", out -> JteworkGenerated.render(out, null, view));
    }

    private static List<Line> lines(List<LoopState> loops, Instant now) {
        var processes =
                loops.stream().map(LoopState::process).distinct().sorted().toList();
        return loops.stream()
                .map(loop -> new Line(loop, processes.indexOf(loop.process()) + 1, now))
                .toList();
    }
}
