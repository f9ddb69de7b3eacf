package dev.offramp.bench.verify;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.payouts.simulated.SimulatedRail;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// One seed's world: a database, two instances of the server on it, the people who use it, and the clock.
final class World implements AutoCloseable {

    private static final int CONNECTIONS = 3;
    private static final int ROUNDS_ONE_IN = 8;

    private static final Duration PAUSE = Duration.ofMillis(2_500);
    private static final Duration SHORT_STALL = Duration.ofMillis(1_500);

    /// Longer than a lease.
    private static final Duration LONG_STALL = Duration.ofSeconds(45);

    private static final Duration SETTLING_PAUSE = Duration.ofSeconds(20);

    /// A quarter of an hour.
    private static final int SETTLING_TURNS = 45;

    /// An instance that waits for a row of the other one would wait for ever: there is one thread.
    private static final String LOCK_TIMEOUT = " -c lock_timeout=50";

    final RandomGenerator random;
    final ManualClock clock = new ManualClock();
    final Receiver receiver;
    final People people;
    private final TestDatabase test = TestDatabase.create();
    private final Database first;
    private final Database second;
    private final Chaos firstChaos;
    private final Chaos secondChaos;
    private final Instance one;
    private final Instance two;
    private final Invariants invariants;

    World(long seed) {
        this.random = new Random(seed);
        this.receiver = new Receiver(random);
        this.firstChaos = new Chaos(random, this::slipInSecond);
        this.secondChaos = new Chaos(random, this::slipInFirst);
        this.first = connect(test.address(), firstChaos);
        this.second = connect(test.address(), secondChaos);
        this.one = instance(first, firstChaos);
        this.two = instance(second, secondChaos);
        // People use a third, undisturbed process: what they asked for and were answered is certain.
        Instance calm = instance(test.database(), new Chaos(random, () -> {}));
        this.people = new People(random, calm.platform());
        this.invariants = new Invariants(calm.platform(), receiver);
    }

    private static Database connect(DatabaseAddress address, CommitPoints commitPoints) {
        String options = address.connectionSettings().getOrDefault("options", "");
        return Database.join(address.with("options", options + LOCK_TIMEOUT), CONNECTIONS, commitPoints);
    }

    private Instance instance(Database db, Chaos chaos) {
        ChaosRail rail = new ChaosRail(SimulatedRail.create(test.database(), clock), chaos);
        return new Instance(db, clock, random, rail, receiver);
    }

    private void slipInFirst() {
        firstChaos.whileSlippingIn(() -> goOn(one));
    }

    private void slipInSecond() {
        secondChaos.whileSlippingIn(() -> goOn(two));
    }

    /// For a few steps, or a whole round: the one that waits has stalled, sometimes for so long that its leases end.
    private void goOn(Instance instance) {
        if (random.nextBoolean()) {
            clock.advance(any(random.nextInt(3) == 0 ? LONG_STALL : SHORT_STALL));
            instance.runAllSteps();
        } else {
            int steps = random.nextInt(1, 7);
            for (int i = 0; i < steps; i++) {
                instance.runAnyStep();
            }
        }
    }

    private Duration any(Duration max) {
        return Duration.ofMillis(random.nextLong(1, max.toMillis()));
    }

    /// Something happens, as the seed has it; then the invariants must hold.
    void live() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> people.act();
            case 3 -> clock.advance(any(PAUSE));
            case 4, 5, 6 -> run(one, firstChaos);
            default -> run(two, secondChaos);
        }
        require(invariants.always());
    }

    private void run(Instance instance, Chaos chaos) {
        chaos.during(random.nextInt(ROUNDS_ONE_IN) == 0 ? instance::runAllSteps : instance::runAnyStep);
    }

    /// Nothing more goes wrong: everything under way must come to its end, though not at once. What a process held
    /// when it crashed is taken up after its lease, retries and second looks lie up to a minute apart, and whoever
    /// offered less than nodes ask by now has to offer more.
    void settle() {
        settle(Duration.ofSeconds(1), 12);
        settle(SETTLING_PAUSE, 8);
        for (int i = 0; i < SETTLING_TURNS && !invariants.atTheEnd().isEmpty(); i++) {
            settle(SETTLING_PAUSE, 1);
        }
        require(invariants.always());
        require(invariants.atTheEnd());
    }

    private void settle(Duration pause, int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(pause);
            for (int turn = 0; turn < 20 && one.runAllSteps() | two.runAllSteps(); turn++) {
                continue;
            }
        }
    }

    private static void require(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Breach(faults);
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        test.close();
    }
}
