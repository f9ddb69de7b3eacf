package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    /// Thrown where a simulation would crash the process.
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// A commit point that does what the test says.
    private static final class Script implements CommitPoints {
        private Runnable before = () -> {};
        private Runnable after = () -> {};

        @Override
        public void beforeCommit() {
            before.run();
        }

        @Override
        public void afterCommit() {
            after.run();
        }
    }

    private final Script script = new Script();
    private TestDatabase test;
    private Database db;

    @BeforeEach
    void open() {
        test = TestDatabase.create(script);
        db = test.database();
        db.run(tx -> tx.sql().execute("CREATE TABLE counter (name text PRIMARY KEY, value int NOT NULL)"));
        db.run(tx -> tx.sql().execute("INSERT INTO counter VALUES ('a', 0), ('b', 0)"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void commitsAllOfATransactionOrNothing() {
        assertThatThrownBy(() -> db.run(tx -> {
                    add("a", tx);
                    throw new Crash();
                }))
                .isInstanceOf(Crash.class);

        assertThat(value("a")).isZero();
    }

    @Test
    void givesUpAStatementThatTakesTooLong() {
        assertThatThrownBy(() -> db.view(tx -> {
                    tx.giveUpAfter(Duration.ofMillis(20));
                    return tx.sql().execute("SELECT pg_sleep(60)");
                }))
                .isInstanceOf(Trouble.class);
        assertThat(value("a")).as("others have all the time they need").isZero();
    }

    @Test
    void saysHowItsConnectionsStand() {
        int busy = db.transact(_ -> db.connections().busy());

        assertThat(busy).isEqualTo(1);
        assertThat(db.connections().busy()).isZero();
        assertThat(db.connections().idle()).isPositive();
        assertThat(db.connections().waiting()).isZero();
        assertThat(db.connections().max()).isEqualTo(8);
    }

    @Test
    void forgetsWithTheCommitAndOnlyThen() {
        List<String> forgotten = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();

        db.run(tx -> {
            tx.afterCommit(() -> forgotten.add("after " + runs + " runs, seen elsewhere: " + value("a")));
            add("a", tx);
            failOnce(runs, () -> raise(tx, "40001"));
            assertThat(forgotten).isEmpty();
        });
        assertThatThrownBy(() -> db.run(tx -> {
                    tx.afterCommit(() -> forgotten.add("what was rolled back"));
                    throw new Crash();
                }))
                .isInstanceOf(Crash.class);

        assertThat(forgotten).containsExactly("after 2 runs, seen elsewhere: 1");
    }

    @Test
    void runsAgainAfterASerializationFailure() {
        AtomicInteger runs = new AtomicInteger();

        db.run(tx -> {
            add("a", tx);
            failOnce(runs, () -> raise(tx, "40001"));
        });

        assertThat(runs).hasValue(2);
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void letsBothOfTwoDeadlockedTransactionsThrough() throws InterruptedException {
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        Thread other = Thread.ofVirtual().start(() -> lockInOrder("b", "a", bothHoldOne));
        lockInOrder("a", "b", bothHoldOne);
        other.join();

        assertThat(value("a")).isEqualTo(2);
        assertThat(value("b")).isEqualTo(2);
    }

    @Test
    void turnsEndlessSerializationFailuresIntoTrouble() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> db.run(tx -> {
                    runs.incrementAndGet();
                    raise(tx, "40001");
                }))
                .isInstanceOf(Trouble.class);
        assertThat(runs).hasValue(5);
    }

    @Test
    void turnsALostConnectionIntoTroubleAndWorksOnTheNextOne() {
        assertThatThrownBy(() -> db.run(tx -> {
                    add("a", tx);
                    killSession(tx);
                    add("a", tx);
                }))
                .isInstanceOf(Trouble.class)
                .hasMessage("the database did not answer");

        db.run(tx -> add("a", tx));
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void turnsALockTimeOutIntoTrouble() {
        try (Database impatient = Database.open(test.address().with("options", "-c lock_timeout=20"), 2)) {
            db.run(tx -> {
                add("a", tx);
                assertThatThrownBy(() -> impatient.run(other -> add("a", other)))
                        .isInstanceOf(Trouble.class);
            });
        }
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void leavesAFailedStatementToItsCallerWithTheNameOfTheConstraint() {
        assertThatThrownBy(() -> db.run(tx -> tx.sql().execute("INSERT INTO counter VALUES ('a', 0)")))
                .isInstanceOfSatisfying(
                        UnableToExecuteStatementException.class,
                        e -> assertThat(SqlState.violatedUnique(e)).isEqualTo(Optional.of("counter_pkey")));
        assertThatThrownBy(() -> db.run(tx -> tx.sql().execute("INSERT INTO counter VALUES ('c', NULL)")))
                .isInstanceOfSatisfying(
                        UnableToExecuteStatementException.class,
                        e -> assertThat(SqlState.violatedUnique(e)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "66f0a1b2c3d4e5f60718293",
                "66f0a1b2c3d4e5f6071829300",
                "66F0A1B2C3D4E5F607182930",
                "66f0a1b2c3d4e5f60718293g",
                "66f0a1b2c3d4e5f607182 30",
                "66f0a1b2c3d4e5f607182930\n"
            })
    void takesNoOtherIdThanTwelveBytesInLowerCaseHex(String id) {
        assertThatCode(() -> cast("66f0a1b2c3d4e5f607182930")).doesNotThrowAnyException();

        assertThatThrownBy(() -> cast(id)).isInstanceOf(UnableToExecuteStatementException.class);
    }

    private void cast(String id) {
        db.run(tx -> tx.sql()
                .createQuery("SELECT CAST(:id AS object_id)")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    @Test
    void losesTheTransactionThatCrashesBeforeItsCommit() {
        script.before = crash();

        assertThatThrownBy(() -> db.run(tx -> add("a", tx))).isInstanceOf(Crash.class);

        script.before = () -> {};
        assertThat(value("a")).isZero();
    }

    @Test
    void losesOnlyTheAnswerOfATransactionThatCrashesAfterItsCommit() {
        script.after = crash();

        assertThatThrownBy(() -> db.run(tx -> add("a", tx))).isInstanceOf(Crash.class);

        script.after = () -> {};
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void passesItsCommitPointsInOrder() {
        List<String> seen = new ArrayList<>();
        script.before = () -> seen.add("before");
        script.after = () -> seen.add("after");

        db.run(tx -> seen.add("work"));

        assertThat(seen).containsExactly("work", "before", "after");
    }

    @Test
    void refusesAServerThatIsTooOld() {
        assertThatThrownBy(() -> Database.requireVersion(14))
                .isInstanceOf(StartRefused.class)
                .hasMessage("the database is PostgreSQL 14; PostgreSQL 15 or newer is needed");
        assertThatCode(() -> Database.requireVersion(15)).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithoutADatabase() {
        DatabaseAddress nobody = DatabaseUrl.parse("postgresql://ann:secret@127.0.0.1:1/pay");

        assertThatThrownBy(() -> Database.open(nobody, 2))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("the database jdbc:postgresql://127.0.0.1:1/pay cannot be used: ")
                .hasMessageNotContaining("secret");
    }

    /// Its rows may mean something else.
    @Test
    void refusesADatabaseOfANewerVersion() {
        db.run(tx -> tx.sql().execute("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'ann', 1, true)
                """));

        assertThatThrownBy(() -> Database.open(test.address(), 2))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("of a newer version of the program (its schema is at 9999)");
    }

    private static Runnable crash() {
        return () -> {
            throw new Crash();
        };
    }

    private static void failOnce(AtomicInteger runs, Runnable failure) {
        if (runs.incrementAndGet() == 1) {
            failure.run();
        }
    }

    /// Only in its first run does it wait for the other, or the second run would wait for nobody.
    private void lockInOrder(String first, String second, CountDownLatch bothHoldOne) {
        AtomicInteger runs = new AtomicInteger();
        Consumer<Transaction> work = tx -> {
            add(first, tx);
            failOnce(runs, () -> meet(bothHoldOne));
            add(second, tx);
        };
        db.run(work);
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void raise(Transaction tx, String state) {
        tx.sql().execute("DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '" + state + "'; END $$");
    }

    private void killSession(Transaction tx) {
        int pid = tx.sql()
                .createQuery("SELECT pg_backend_pid()")
                .mapTo(Integer.class)
                .one();
        db.run(other -> other.sql().execute("SELECT pg_terminate_backend(?, 5000)", pid));
    }

    private static void add(String name, Transaction tx) {
        tx.sql()
                .createUpdate("UPDATE counter SET value = value + 1 WHERE name = :name")
                .bind("name", name)
                .execute();
    }

    private int value(String name) {
        return db.transact(tx -> tx.sql()
                .createQuery("SELECT value FROM counter WHERE name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one());
    }
}
