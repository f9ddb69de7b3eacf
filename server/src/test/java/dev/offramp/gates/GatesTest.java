package dev.offramp.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes in front of the same gates, with an effect to count.
class GatesTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final GateName GATE = name("order-1");

    private final ManualClock clock = new ManualClock();
    private final TestDatabase test = TestDatabase.create();
    private final Database db = test.database();
    private final Database otherDb = Database.open(test.address(), 2);
    private final Gates gates = gates(db, 1, PATIENCE);
    private final Gates other = gates(otherDb, 2, PATIENCE);

    @BeforeEach
    void makeSomethingToChange() {
        db.run(tx -> tx.sql().execute("CREATE TABLE effect (id serial, name text)"));
    }

    @AfterEach
    void close() {
        otherDb.close();
        test.close();
    }

    @Test
    void letsOneThroughAndLaterTellsWhatCameOfIt() {
        try (Pass pass = entered(gates)) {
            assertThat(gates.enter(GATE, done(GATE))).isInstanceOf(Entry.Occupied.class);
            assertThat(other.enter(GATE, done(GATE))).isInstanceOf(Entry.Occupied.class);
            take(db, pass, GATE);
        }

        assertThat(other.enter(GATE, done(GATE))).isEqualTo(new Entry.Done<>(1));
        assertThat(passes()).isZero();
    }

    @Test
    void keepsNamesApartByTenantKindAndText() {
        Tenant production = new Tenant(GATE.tenant().integration(), Environment.PRODUCTION);

        assertThat(List.of(
                        GATE,
                        name("order-2"),
                        new GateName(GATE.tenant(), GateName.Kind.IDEMPOTENCY_KEY, "order-1"),
                        new GateName(production, GateName.Kind.EXTERNAL_ID, "order-1")))
                .allSatisfy(gate ->
                        assertThat(gates.enter(gate, _ -> Optional.empty())).isInstanceOf(Entry.Entered.class));
    }

    @Test
    void isOpenAgainAfterAPassWithoutEffect() {
        entered(gates).close();

        assertThat(other.await(GATE, done(GATE))).isInstanceOf(Ending.Undone.class);
        assertThat(other.enter(GATE, done(GATE))).isInstanceOf(Entry.Entered.class);
    }

    @Test
    void seesAnEffectThatCommitsBetweenTheLookAndThePass() {
        List<Integer> looks = new ArrayList<>();
        Function<Transaction, Optional<Integer>> slow = tx -> {
            Optional<Integer> seen = done(GATE).apply(tx);
            looks.add(looks.size());
            if (looks.size() == 1) {
                try (Pass pass = entered(other)) {
                    take(otherDb, pass, GATE);
                }
            }
            return seen;
        };

        assertThat(gates.enter(GATE, slow)).isEqualTo(new Entry.Done<>(1));
        assertThat(passes()).isZero();
    }

    @Test
    void neverTellsThatNothingIsThereWhileAnEffectCommits() {
        Pass pass = entered(gates);
        Function<Transaction, Optional<Integer>> late = tx -> {
            if (passes() > 0) {
                take(db, pass, GATE);
            }
            return done(GATE).apply(tx);
        };

        assertThat(other.await(GATE, late)).isEqualTo(new Ending.Done<>(1));
    }

    @Test
    void givesUpWaitingAfterAWhile() {
        Pass pass = entered(gates);

        assertThat(gates.await(GATE, done(GATE))).isInstanceOf(Ending.StillOccupied.class);
        assertThat(other.await(GATE, done(GATE))).isInstanceOf(Ending.StillOccupied.class);
        pass.close();
    }

    @Test
    void wakesThoseWhoWaitInEveryProcess() throws InterruptedException {
        Pass pass = entered(gates);
        Queue<Ending<Integer>> endings = new ConcurrentLinkedQueue<>();
        CountDownLatch looked = new CountDownLatch(2);
        List<Thread> waiters = new ArrayList<>();
        for (Gates process : List.of(gates(db, 3, LONG), gates(otherDb, 4, LONG))) {
            waiters.add(Thread.ofVirtual()
                    .start(() -> endings.add(process.await(GATE, tx -> {
                        looked.countDown();
                        return done(GATE).apply(tx);
                    }))));
        }
        looked.await();

        try (pass) {
            take(db, pass, GATE);
        }
        join(waiters);

        assertThat(endings).hasSize(2).containsOnly(new Ending.Done<>(1));
    }

    @Test
    void holdsNoConnectionWhileWaiting() throws InterruptedException {
        Pass pass = entered(gates);
        CountDownLatch looked = new CountDownLatch(20);
        List<Thread> waiters = new ArrayList<>();
        Gates patient = gates(otherDb, 3, LONG);
        for (int i = 0; i < 20; i++) {
            waiters.add(Thread.ofVirtual()
                    .start(() -> patient.await(GATE, tx -> {
                        looked.countDown();
                        return done(GATE).apply(tx);
                    })));
        }
        looked.await();

        // Twenty waiters would hold both connections of that pool for half a minute.
        assertThat(otherDb.<Integer>transact(tx -> otherDb.transact(inner -> 7)))
                .isEqualTo(7);

        pass.close();
        join(waiters);
    }

    @Test
    void givesARunOutPassToTheNextAndTakesTheEffectFromTheFirst() {
        Pass first = entered(gates);
        clock.advance(Duration.ofSeconds(11));

        Pass second = entered(other);

        assertThatThrownBy(() -> take(db, first, GATE)).isInstanceOf(Trouble.class);
        first.close();
        take(otherDb, second, GATE);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void doesNotOvertakeAnEffectThatIsAboutToCommit() {
        Pass first = entered(gates);
        clock.advance(Duration.ofSeconds(11));

        db.run(tx -> {
            first.end(tx);
            assertThat(other.enter(GATE, done(GATE))).isInstanceOf(Entry.Occupied.class);
            change(tx, GATE);
        });

        assertThat(other.enter(GATE, done(GATE))).isEqualTo(new Entry.Done<>(1));
    }

    @Test
    void isGivenUpByARequestThatIsGivenUp() {
        Pass pass = entered(gates);
        Thread.currentThread().interrupt();
        pass.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(passes()).isZero();
    }

    @Test
    void removesWhatCrashesLeaveBehind() {
        entered(gates);
        assertThat(other.expireStep().runOnce()).isFalse();
        assertThat(passes()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(10));
        other.expireStep().runOnce();

        assertThat(passes()).isZero();
    }

    @Test
    void letsAHundredTwinsOfTwoProcessesTakeEffectOnce() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        Queue<Entry<Integer>> entries = new ConcurrentLinkedQueue<>();
        List<Thread> twins = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean isOther = i % 2 == 0;
            twins.add(Thread.ofVirtual().start(() -> {
                await(start);
                Entry<Integer> entry = (isOther ? other : gates).enter(GATE, done(GATE));
                entries.add(entry);
                if (entry instanceof Entry.Entered<Integer>(Pass pass)) {
                    try (pass) {
                        take(isOther ? otherDb : db, pass, GATE);
                    }
                }
            }));
        }
        start.countDown();
        join(twins);

        assertThat(entries).hasSize(100);
        assertThat(effects()).isEqualTo(1);
    }

    private Gates gates(Database database, int seed, Duration patience) {
        return Gates.create(database, clock, new ObjectIds(clock, new Random(seed)), patience);
    }

    private static GateName name(String value) {
        Tenant tenant =
                new Tenant(new IntegrationId(new ObjectId("66f0a1b2c3d4e5f607182930")), Environment.DEVELOPMENT);
        return new GateName(tenant, GateName.Kind.EXTERNAL_ID, value);
    }

    private static Pass entered(Gates process) {
        return ((Entry.Entered<Integer>) process.enter(GATE, done(GATE))).pass();
    }

    private static void take(Database database, Pass pass, GateName gate) {
        database.run(tx -> {
            pass.end(tx);
            change(tx, gate);
        });
    }

    private static void change(Transaction tx, GateName gate) {
        tx.sql().execute("INSERT INTO effect (name) VALUES (?)", gate.value());
    }

    private static Function<Transaction, Optional<Integer>> done(GateName gate) {
        return tx -> tx.sql()
                .createQuery("SELECT id FROM effect WHERE name = :name")
                .bind("name", gate.value())
                .mapTo(Integer.class)
                .findOne();
    }

    private int effects() {
        return count("SELECT count(*) FROM effect");
    }

    private int passes() {
        return count("SELECT count(*) FROM gate_pass");
    }

    private int count(String sql) {
        return db.transact(tx -> tx.sql().createQuery(sql).mapTo(Integer.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
