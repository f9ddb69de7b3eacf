package dev.offramp.app;

import dev.offramp.health.Health;
import dev.offramp.health.Probe;
import dev.offramp.jobs.LoopBook;
import dev.offramp.jobs.Step;
import dev.offramp.journeys.Journeys;
import dev.offramp.lists.ListCheckpoints;
import dev.offramp.traces.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The background work of a platform, and how long each piece of it rests when there is nothing to do.
final class Background {

    /// Where people and programs wait for the result. Looking costs a transaction, and most looks find nothing: shorter
    /// rests would be seen in the load of an idle machine before anybody saw them in a result.
    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final int FACTS = 1000;

    private Background() {}

    static List<Loop> of(Platform platform) {
        List<Loop> loops = new ArrayList<>();
        addChains(loops, platform);
        addMoney(loops, platform);
        addNews(loops, platform);
        loops.add(new Loop(ListCheckpoints.of(platform.db(), platform.deposits().list()), TEN_SECONDS));
        loops.add(new Loop(ListCheckpoints.of(platform.db(), platform.outflows().list()), TEN_SECONDS));
        loops.add(Loop.of("tenancy.last-uses", MINUTE, () -> {
            platform.tenancy().writeLastUses();
            return false;
        }));
        loops.add(new Loop(platform.loopBook().tellStep(), LoopBook.TOLD_EVERY));
        loops.add(new Loop(platform.people().expireStep(), MINUTE));
        addLetters(loops, platform);
        addLogs(loops, platform);
        loops.add(new Loop(platform.gates().expireStep(), MINUTE));
        loops.add(new Loop(platform.repetitions().expireStep(), MINUTE));
        return List.copyOf(loops);
    }

    /// What the status page needs, beside the loops of a platform: nothing that moves money waits for it, and only a
    /// server has faces to ask.
    ///
    /// @param health the one whose memory is shown
    /// @param incidentAfter how long a component must be down before an incident is opened by itself
    static List<Loop> ofStatus(Platform platform, Health health, List<Probe> probes, Duration incidentAfter) {
        return List.of(
                new Loop(platform.payouts().probeStep(), FIVE_SECONDS),
                new Loop(health.measureStep(probes, incidentAfter), Health.MEASURED_EVERY),
                new Loop(health.expireStep(), TEN_MINUTES),
                new Loop(platform.bulletins().sendStep(), FIVE_SECONDS),
                new Loop(platform.bulletins().expireStep(), TEN_MINUTES));
    }

    /// What a collector is told, where there is one.
    static List<Loop> ofTraces(Platform platform, Traces traces) {
        if (!traces.isOn()) {
            Journeys.end(platform.facts());
            return List.of();
        }
        return List.of(new Loop(Journeys.begin(platform.facts(), traces), SECOND));
    }

    private static void addChains(List<Loop> loops, Platform platform) {
        // Each process looks a few times per block, whoever comes first makes it.
        loops.add(new Loop(platform.sandbox().step(), platform.sandboxBlock().dividedBy(4)));
        for (Platform.Watched watched : platform.watched()) {
            Step watch = platform.deposits().watch(watched.chain(), watched.startHeight());
            loops.add(new Loop(watch, watched.rest()));
            if (watched.isReal()) {
                loops.add(new Loop(platform.deposits().checkTokens(watched.chain()), MINUTE));
            }
        }
    }

    private static void addMoney(List<Loop> loops, Platform platform) {
        loops.add(new Loop(platform.deposits().credit(), OFTEN));
        loops.add(new Loop(platform.settlements().step(), SOON));
        platform.payouts().steps().forEach(step -> loops.add(new Loop(step, OFTEN)));
        platform.withdrawals().steps().forEach(step -> loops.add(new Loop(step, SECOND)));
        loops.add(Loop.of("ledger.checkpoint", TEN_MINUTES, () -> {
            platform.ledger().checkpoint();
            return false;
        }));
    }

    private static void addNews(List<Loop> loops, Platform platform) {
        loops.add(new Loop(platform.deposits().announce(), SECOND));
        loops.add(Loop.of("facts.sequence", SOON, () -> platform.facts().sequence(FACTS)));
        loops.add(new Loop(platform.events(), SOON));
        loops.add(new Loop(platform.figures().step(), SECOND));
        loops.add(new Loop(platform.webhooks().deliverStep(), OFTEN));
        loops.add(new Loop(platform.webhooks().expireStep(), MINUTE));
    }

    private static void addLetters(List<Loop> loops, Platform platform) {
        platform.notices().steps().forEach(step -> loops.add(new Loop(step, FIVE_SECONDS)));
        loops.add(new Loop(platform.notices().expireStep(), TEN_MINUTES));
        loops.add(new Loop(platform.mail().sendStep(), SECOND));
        loops.add(new Loop(platform.mail().expireStep(), TEN_MINUTES));
    }

    private static void addLogs(List<Loop> loops, Platform platform) {
        loops.add(new Loop(platform.requests().writeStep(), SECOND));
        loops.add(new Loop(platform.requests().expireStep(), MINUTE));
        loops.add(Loop.of("trail.log-head", TEN_MINUTES, () -> {
            platform.trail().logHead();
            return false;
        }));
    }
}
