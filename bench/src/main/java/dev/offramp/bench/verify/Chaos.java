package dev.offramp.bench.verify;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// What the seed does to a running step: crash it at a commit, let the other instance go first, lose or double an
/// answer. Off until [#during] switches it on.
final class Chaos implements CommitPoints {

    private static final double CRASHES = 0.03;
    private static final double SLIPS_IN = 0.05;
    private static final double LOSES = 0.1;

    private final RandomGenerator random;
    private final Runnable other;
    private boolean isOn;
    private boolean mayYield;

    /// @param other runs steps of the other instance
    Chaos(RandomGenerator random, Runnable other) {
        this.random = random;
        this.other = other;
    }

    /// Runs steps of an instance whose turn it is.
    void during(Runnable turn) {
        mayYield = true;
        whileSlippingIn(turn);
    }

    /// Runs steps of an instance while the other one waits at a commit: that one cannot go on before these are done.
    void whileSlippingIn(Runnable turn) {
        isOn = true;
        try {
            turn.run();
        } finally {
            isOn = false;
            mayYield = false;
        }
    }

    @Override
    public void beforeCommit() {
        if (!isOn) {
            return;
        }
        if (mayYield && random.nextDouble() < SLIPS_IN) {
            other.run();
        }
        crash("before a commit");
    }

    @Override
    public void afterCommit() {
        if (isOn) {
            crash("after a commit");
        }
    }

    private void crash(String where) {
        if (random.nextDouble() < CRASHES) {
            throw new Crash(where);
        }
    }

    /// Fails now and then, as a call that is cut off.
    void loseAnswer() {
        if (isOn && random.nextDouble() < LOSES) {
            throw new Trouble("the answer was lost", Duration.ofMillis(100));
        }
    }

    boolean doubles() {
        return isOn && random.nextDouble() < LOSES;
    }
}
