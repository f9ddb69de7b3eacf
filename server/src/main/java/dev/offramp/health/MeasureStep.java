package dev.offramp.health;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures everything, books the time since the last turn, and opens and resolves incidents: in one transaction, by
/// whoever gets the lock. Probes are asked before it, with no transaction open.
final class MeasureStep implements Step {

    /// Several processes measure no more often than one.
    static final Duration EVERY = Duration.ofSeconds(10);

    /// A loop comes a little early or late.
    private static final Duration SLACK = Duration.ofSeconds(2);

    /// Clocks of several machines differ; one that is further off was set, and its time tells nothing.
    private static final Duration SKEW = Duration.ofMinutes(1);

    /// A database that takes longer for the few questions of a turn is slow for everybody.
    static final Duration SLOW = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(MeasureStep.class);

    private final Database db;
    private final InstantSource clock;
    private final Findings findings;
    private final List<Probe> probes;
    private final Watch watch;
    private final Board board;
    private final Outage outage = new Outage();
    private final StandingStore standings = new StandingStore();
    private final DayStore days = new DayStore();

    /// @param board is refreshed at each turn, so that there is something to remember when the database goes away
    MeasureStep(Database db, InstantSource clock, Findings findings, List<Probe> probes, Watch watch, Board board) {
        this.db = db;
        this.clock = clock;
        this.findings = findings;
        this.probes = List.copyOf(probes);
        this.watch = watch;
        this.board = board;
    }

    @Override
    public String name() {
        return "health.measure";
    }

    /// Trouble is what this is about, and no reason to come back later than usual.
    @Override
    public boolean runOnce() {
        Instant begun = now();
        try {
            if (isDue(db.transact(standings::turn), begun)) {
                List<Finding> probed = probes.stream().map(MeasureStep::ask).toList();
                db.run(tx -> standings.lock(tx).ifPresent(turn -> measure(tx, turn, probed)));
            }
            outage.booked();
            board.report();
        } catch (Trouble trouble) {
            if (outage.began(begun)) {
                LOG.warn("the database is away, which will be booked when it is back: {}", trouble.getMessage());
            }
        }
        return false;
    }

    private static boolean isDue(StandingStore.Turn turn, Instant now) {
        return turn.last()
                .filter(last -> last.isAfter(now.minus(EVERY).plus(SLACK)) && last.isBefore(now.plus(SKEW)))
                .isEmpty();
    }

    private static Finding ask(Probe probe) {
        try {
            return probe.answers()
                    ? Finding.good(probe.component(), "It answers.")
                    : Finding.down(probe.component(), "It does not answer as it should.");
        } catch (Trouble trouble) {
            LOG.debug("{}: {}", probe.component().code(), trouble.getMessage());
            return Finding.down(probe.component(), "It does not answer.");
        }
    }

    private void measure(Transaction tx, StandingStore.Turn turn, List<Finding> probed) {
        Instant started = clock.instant();
        Instant now = now();
        if (!isDue(turn, now)) {
            return;
        }
        List<Standing> before = standings.all(tx);
        List<Finding> found = new ArrayList<>(probed);
        found.addAll(findings.read(tx, now));
        found.add(database(Duration.between(started, clock.instant())));
        turn.last()
                .filter(last -> last.isBefore(now))
                .map(last -> Seconds.since(last, now, before, outage.since()))
                .filter(booked -> !booked.isEmpty())
                .ifPresent(booked -> days.add(tx, booked));
        List<Standing> after = standings(merged(found), before, now);
        standings.save(tx, after);
        standings.move(tx, now);
        watch.look(tx, after, awayFrom(turn, now), now);
    }

    /// What others measured while this process could not is booked, and was no outage of the database.
    private Optional<Instant> awayFrom(StandingStore.Turn turn, Instant now) {
        return outage.since()
                .map(since -> turn.last().filter(since::isBefore).orElse(since))
                .filter(since -> since.isBefore(now));
    }

    private static Finding database(Duration took) {
        return took.compareTo(SLOW) > 0
                ? Finding.degraded(Component.DATABASE, "It answers slowly.")
                : Finding.good(Component.DATABASE, "It answers.");
    }

    /// Of several findings about one component the worst counts. In the order of the page.
    private static List<Finding> merged(List<Finding> found) {
        Map<Component, Finding> worst = found.stream()
                .collect(Collectors.toMap(
                        Finding::component,
                        Function.identity(),
                        (one, other) -> one.state().compareTo(other.state()) >= 0 ? one : other,
                        LinkedHashMap::new));
        return worst.values().stream()
                .sorted(Comparator.comparing(finding -> finding.component().section()))
                .toList();
    }

    private List<Standing> standings(List<Finding> found, List<Standing> before, Instant now) {
        Map<Component, Standing> known =
                before.stream().collect(Collectors.toMap(Standing::component, Function.identity()));
        return found.stream()
                .map(finding -> new Standing(
                        finding.component(),
                        finding.state(),
                        finding.words(),
                        since(finding, Optional.ofNullable(known.get(finding.component())), now),
                        now))
                .toList();
    }

    /// While the database was away, everything was down.
    private Instant since(Finding finding, Optional<Standing> before, Instant now) {
        boolean wasAway = outage.since().isPresent();
        return before.filter(its -> its.state() == finding.state())
                .filter(its -> !wasAway || its.state() == State.DOWN)
                .map(Standing::since)
                .filter(since -> !since.isAfter(now))
                .or(() -> outage.since().filter(_ -> finding.state() == State.DOWN))
                .orElse(now);
    }

    /// Whole seconds, so that none is lost or counted twice between two turns.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
