package dev.offramp.people;

import dev.offramp.people.SlowHash.Cost;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Hashes passwords, two at a time. Who cannot be served soon is told so: a queue of guesses must not keep the
/// processor from everything else.
///
/// Strangers share one of the two places, so that however many of them guess, somebody known still gets in.
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SlowHash slow;
    private final Cost cost;
    private final RandomGenerator random;
    private final Duration patience;
    private final PasswordHash nobodys;
    private final Semaphore places = new Semaphore(2, true);
    private final Semaphore strangers = new Semaphore(1, true);

    /// Whose password it is.
    enum Whose {
        STRANGER,
        KNOWN
    }

    Passwords(SlowHash slow, Cost cost, RandomGenerator random, Duration patience) {
        this.slow = slow;
        this.cost = cost;
        this.random = random;
        this.patience = patience;
        this.nobodys = new PasswordHash(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /// What to compare with where there is nobody: it fits no password and costs what a real one costs.
    PasswordHash nobodys() {
        return nobodys;
    }

    /// Whether this is the password; empty when there was no place in time.
    Optional<Boolean> fits(Password password, PasswordHash hash, Whose whose) {
        return inTurn(
                whose, () -> MessageDigest.isEqual(slow.of(password.bytes(), hash.salt(), hash.cost()), hash.hash()));
    }

    /// Empty when there was no place in time.
    Optional<PasswordHash> hash(Password password, Whose whose) {
        byte[] salt = bytes(SALT_BYTES);
        return inTurn(whose, () -> new PasswordHash(cost, salt, slow.of(password.bytes(), salt, cost)));
    }

    /// Examines and hashes a password that somebody wants to have.
    NewPassword prepare(Password wanted, Email owner, Whose whose) {
        Optional<PasswordProblem> problem = PasswordRules.problem(wanted, owner);
        return problem.isPresent()
                ? new NewPassword.Unfit(problem.get())
                : hash(wanted, whose)
                        .<NewPassword>map(hash -> new NewPassword.Prepared(hash.text()))
                        .orElseGet(NewPassword.Busy::new);
    }

    private <T> Optional<T> inTurn(Whose whose, Supplier<T> work) {
        return whose == Whose.STRANGER
                ? within(strangers, () -> within(places, () -> Optional.of(work.get())))
                : within(places, () -> Optional.of(work.get()));
    }

    private <T> Optional<T> within(Semaphore semaphore, Supplier<Optional<T>> work) {
        try {
            if (!semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
