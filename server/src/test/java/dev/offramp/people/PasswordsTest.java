package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Passwords.Whose;
import dev.offramp.people.SlowHash.Cost;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static final Cost CHEAP = new Cost(8, 1, 1);
    private static final Email ADA = new Email("ada.lovelace@example.com");

    /// From the test suite of the reference implementation.
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords(new Argon2id(), CHEAP, new Random(1), Duration.ZERO);

    @Test
    void readsHashesOfTheReferenceImplementation() {
        PasswordHash hash = PasswordHash.parse(REFERENCE);

        assertThat(hash.text()).isEqualTo(REFERENCE);
        assertThat(passwords.fits(new Password("password"), hash, Whose.KNOWN)).contains(true);
        assertThat(passwords.fits(new Password("passwore"), hash, Whose.KNOWN)).contains(false);
    }

    @Test
    void costsWhatTheGuidanceAsksFor() {
        Passwords real = new Passwords(new Argon2id(), Argon2id.COST, new Random(1), Duration.ZERO);

        String text = real.hash(new Password("a fine long password"), Whose.KNOWN)
                .orElseThrow()
                .text();

        assertThat(text).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(real.nobodys().cost()).isEqualTo(Argon2id.COST);
    }

    @Test
    void saltsEachHash() {
        Password password = new Password("a fine long password");

        assertThat(passwords.hash(password, Whose.KNOWN).orElseThrow().text())
                .isNotEqualTo(
                        passwords.hash(password, Whose.KNOWN).orElseThrow().text());
    }

    @Test
    void takesOnePasswordTypedInTwoWays() {
        PasswordHash hash = passwords
                .hash(new Password("caf\u00e9 au lait \ufb01ne"), Whose.KNOWN)
                .orElseThrow();

        assertThat(passwords.fits(new Password("cafe\u0301 au lait fine"), hash, Whose.KNOWN))
                .contains(true);
    }

    @Test
    void fitsNobodysHashByNothing() {
        assertThat(passwords.fits(new Password(""), passwords.nobodys(), Whose.STRANGER))
                .contains(false);
    }

    @Test
    void hashesTwoAtATimeAndLeavesStrangersOne() throws Exception {
        Semaphore begun = new Semaphore(0);
        CountDownLatch end = new CountDownLatch(1);
        Passwords slow = new Passwords(
                (password, salt, cost) -> {
                    begun.release();
                    await(end);
                    return new byte[32];
                },
                CHEAP,
                new Random(1),
                Duration.ZERO);
        Password password = new Password("a fine long password");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> slow.hash(password, Whose.STRANGER));
            begun.acquire();
            assertThat(slow.hash(password, Whose.STRANGER))
                    .as("a second stranger")
                    .isEmpty();
            var known = threads.submit(() -> slow.hash(password, Whose.KNOWN));
            begun.acquire();
            assertThat(slow.hash(password, Whose.KNOWN)).as("a third").isEmpty();
            end.countDown();
            assertThat(known.get()).isPresent();
        }
        assertThat(slow.hash(password, Whose.STRANGER)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            short 9 c                 | TOO_SHORT
            just ten c                | none
            aaaaaaaaaa                | COMMON
            Password123               | COMMON
            qwertyuiop                | COMMON
            ADA.Lovelace@example.com  | IS_ADDRESS
            correct horse battery     | none
            """)
    void hasFewRules(String text, PasswordProblem problem) {
        assertThat(PasswordRules.problem(new Password(text), ADA)).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(PasswordRules.problem(new Password("\ud83d\udd11".repeat(9)), ADA))
                .contains(PasswordProblem.TOO_SHORT);
        assertThat(PasswordRules.problem(new Password("\ud83d\udd11".repeat(200)), ADA))
                .isEmpty();
        assertThat(PasswordRules.problem(new Password("x1".repeat(101)), ADA)).contains(PasswordProblem.TOO_LONG);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
