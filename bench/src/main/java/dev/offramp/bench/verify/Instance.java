package dev.offramp.bench.verify;

import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import dev.offramp.keys.TestKeys;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Rail;
import dev.offramp.payouts.Rails;
import dev.offramp.people.SignUpRule;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.WebhookClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// One process of the server, as its rooms: when it crashes, everything it held in memory is gone.
final class Instance {

    static final Duration BLOCK = Duration.ofSeconds(1);
    private static final long CHAIN_SEED = 1;

    /// Those of the networks that people use; the others would find nothing but empty blocks.
    private static final Set<String> WATCHED = People.NETWORKS.stream()
            .map(network -> "deposits.watch." + network.code() + ".development")
            .collect(Collectors.toUnmodifiableSet());

    private final Database db;
    private final ManualClock clock;
    private final RandomGenerator random;
    private final Rail rail;
    private final WebhookClient receiver;
    private Platform platform;
    private List<Step> steps;
    private List<Step> watchers;
    private List<Step> others;

    Instance(Database db, ManualClock clock, RandomGenerator random, Rail rail, WebhookClient receiver) {
        this.db = db;
        this.clock = clock;
        this.random = random;
        this.rail = rail;
        this.receiver = receiver;
        start();
    }

    /// A process that dies while it starts is started again.
    private void start() {
        boolean isUp = false;
        while (!isUp) {
            try {
                platform = create();
                isUp = true;
            } catch (Crash crash) {
                continue;
            }
        }
        steps = platform.loops().stream()
                .map(Loop::step)
                .filter(step -> !isWatcher(step) || WATCHED.contains(step.name()))
                .toList();
        watchers = steps.stream().filter(Instance::isWatcher).toList();
        others = steps.stream().filter(step -> !isWatcher(step)).toList();
    }

    private Platform create() {
        return Platform.create(new Platform.Parts(
                db,
                clock,
                random,
                random,
                TestServerKey.create(),
                TestKeys.create(),
                SimulatedChains.create(db, CHAIN_SEED, BLOCK, clock),
                BLOCK,
                List.of(),
                List.of(),
                Rails.none()
                        .with(Environment.DEVELOPMENT, Fiat.NGN, rail)
                        .with(Environment.DEVELOPMENT, Fiat.GHS, rail),
                receiver,
                Runnable::run,
                Set.of(Environment.DEVELOPMENT),
                SignUpRule.CLOSED,
                Optional.empty(),
                false,
                "http://localhost",
                Traces.NONE));
    }

    private static boolean isWatcher(Step step) {
        return step.name().startsWith("deposits.watch.");
    }

    Platform platform() {
        return platform;
    }

    /// Runs one step that the seed picks. Watchers are many: one for each network.
    void runAnyStep() {
        List<Step> some = random.nextInt(3) == 0 ? watchers : others;
        run(some.get(random.nextInt(some.size())));
    }

    /// Runs every step once.
    ///
    /// @return whether any of them may have more to do
    boolean runAllSteps() {
        boolean more = false;
        for (int i = 0; i < steps.size(); i++) {
            more |= run(steps.get(i));
        }
        return more;
    }

    /// A passing fault ends the turn, as it does in the server. A crash ends the process, and the next one takes over.
    private boolean run(Step step) {
        try {
            return step.runOnce();
        } catch (Trouble trouble) {
            return true;
        } catch (Crash crash) {
            start();
            return true;
        }
    }
}
