package dev.offramp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsTest {

    record Greeted(ObjectId who, BigDecimal amount, Optional<String> note) implements FactBody {}

    record Ignored(String why) implements FactBody {}

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(1));
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private TestDatabase test;
    private Database db;
    private Facts facts;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        facts = Facts.create(db, ids, TestServerKey.create());
    }

    @AfterEach
    void close() {
        test.close();
    }

    /// Facts of an earlier version wait in the outbox while a new one starts.
    @Test
    void readsBodiesThatLackWhatCameLater() {
        record Later(String name, Optional<String> added) implements FactBody {}

        Later read = new Snapshots().read("{\"name\":\"ada\"}", Later.class);

        assertThat(read).isEqualTo(new Later("ada", Optional.empty()));
    }

    @Test
    void returnsTheSnapshotExactlyAsWritten() {
        Greeted body = new Greeted(ids.next(), new BigDecimal("0.10"), Optional.of("hi"));
        db.run(tx -> facts.write(tx, List.of(fact(body.who(), 1, body))));
        facts.sequence(10);

        List<Fact> seen = readAll("reader");

        assertThat(seen).hasSize(1);
        assertThat(facts.body(seen.getFirst(), Greeted.class)).isEqualTo(body);
        assertThat(seen.getFirst().at()).isEqualTo(clock.instant());
    }

    @Test
    void saysHowFarFactsAndReadersAreBehind() {
        ObjectId subject = ids.next();
        db.run(tx -> facts.write(tx, List.of(fact(subject, 1, new Ignored("a")), fact(subject, 2, new Ignored("b")))));
        facts.sequence(1);
        readAll("reader");
        assertThat(db.view(FactLag::read)).isEqualTo(new FactLag(1, Map.of("reader", 0L, "notices", 1L)));

        facts.sequence(1);
        assertThat(db.view(FactLag::read)).isEqualTo(new FactLag(0, Map.of("reader", 1L, "notices", 2L)));
    }

    @Test
    void skipsKindsTheReaderDoesNotWantAndStillMovesOn() {
        ObjectId subject = ids.next();
        db.run(tx -> facts.write(
                tx,
                List.of(
                        fact(subject, 1, new Ignored("a")),
                        fact(subject, 2, new Greeted(subject, BigDecimal.ONE, Optional.empty())),
                        fact(subject, 3, new Ignored("b")))));
        facts.sequence(10);

        assertThat(readAll("reader")).extracting(Fact::position).containsExactly(2L);
        assertThat(cursor("reader")).isEqualTo(3);
    }

    @Test
    void goBackToTheRequestThatMadeTheirSubject() {
        ObjectId asked = ids.next();
        ObjectId unasked = ids.next();
        db.run(tx -> {
            tx.actFor("request 1");
            facts.write(tx, List.of(greeting(asked, 1)));
        });
        db.run(tx -> facts.write(tx, List.of(greeting(asked, 2), greeting(unasked, 1), greeting(unasked, 2))));
        db.run(tx -> {
            tx.actFor("request 2");
            facts.write(tx, List.of(greeting(asked, 3)));
        });
        facts.sequence(10);

        assertThat(readAll("reader"))
                .extracting(Fact::requestId)
                .containsExactly(
                        Optional.of("request 1"),
                        Optional.of("request 1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("request 2"));
    }

    @Test
    void tellsTheKindThatCameBefore() {
        ObjectId one = ids.next();
        ObjectId other = ids.next();
        db.run(tx -> facts.write(
                tx, List.of(fact(one, 1, new Ignored("a")), greeting(other, 1), greeting(one, 2), greeting(other, 2))));
        facts.sequence(10);

        assertThat(db.<Map<Long, String>>transact(tx -> facts.kindsBefore(tx, facts.about(tx, List.of(one, other)))))
                .containsOnly(Map.entry(3L, "Ignored"), Map.entry(4L, "Greeted"));
    }

    @Test
    void tellsAllAboutASubjectInItsOrder() {
        ObjectId subject = ids.next();
        db.run(tx -> facts.write(tx, List.of(greeting(ids.next()), greeting(subject, 1), greeting(ids.next()))));
        db.run(tx -> facts.write(tx, List.of(greeting(subject, 2))));
        facts.sequence(10);

        assertThat(db.<List<Fact>>transact(tx -> facts.about(tx, List.of(subject))))
                .extracting(Fact::position)
                .containsExactly(2L, 4L);
        assertThat(db.<List<Fact>>transact(tx -> facts.about(tx, List.of()))).isEmpty();
    }

    @Test
    void beginsAgainWithTheFirstFactWhenRewound() {
        db.run(tx -> facts.write(tx, List.of(greeting(ids.next()), greeting(ids.next()))));
        facts.sequence(10);
        List<Fact> first = readAll("reader");

        db.run(tx -> facts.rewind(tx, "reader"));

        assertThat(readAll("reader")).isEqualTo(first).hasSize(2);
    }

    private NewFact greeting(ObjectId subject, int sequence) {
        return fact(subject, sequence, new Greeted(subject, BigDecimal.ONE, Optional.empty()));
    }

    private long cursor(String reader) {
        return db.transact(tx -> tx.sql()
                .createQuery("SELECT position FROM fact_reader WHERE name = :name")
                .bind("name", reader)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void losesNoFactWhenTwoCommitsCross() throws InterruptedException {
        ObjectId early = ids.next();
        ObjectId late = ids.next();
        CountDownLatch earlyWritten = new CountDownLatch(1);
        CountDownLatch lateRead = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> db.run(tx -> {
                    facts.write(tx, List.of(greeting(early)));
                    earlyWritten.countDown();
                    await(lateRead);
                }));
        earlyWritten.await();
        db.run(tx -> facts.write(tx, List.of(greeting(late))));
        facts.sequence(10);
        List<ObjectId> seen =
                new ArrayList<>(readAll("reader").stream().map(Fact::subject).toList());
        lateRead.countDown();
        slow.join();
        facts.sequence(10);
        seen.addAll(readAll("reader").stream().map(Fact::subject).toList());

        assertThat(seen).containsExactly(late, early);
    }

    @Test
    void movesTheCursorOnlyWithTheEffect() {
        db.run(tx -> facts.write(tx, List.of(greeting(ids.next()))));
        facts.sequence(10);

        try {
            facts.follow("reader", Set.of(Greeted.class), 10, FactsTest::fail);
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the effect failed");
        }

        assertThat(readAll("reader")).hasSize(1);
    }

    @Test
    void readsInBatchesWithoutGaps() {
        db.run(tx -> {
            for (int i = 0; i < 25; i++) {
                facts.write(tx, List.of(greeting(ids.next())));
            }
        });
        while (facts.sequence(7)) {
            assertThat(facts).isNotNull();
        }

        List<Long> positions = new ArrayList<>();
        while (facts.follow(
                "reader",
                Set.of(Greeted.class),
                4,
                (tx, seen) -> seen.forEach(fact -> positions.add(fact.position())))) {
            assertThat(positions.size()).isLessThanOrEqualTo(25);
        }

        assertThat(positions)
                .hasSize(25)
                .isSorted()
                .startsWith(1L)
                .endsWith(25L)
                .doesNotHaveDuplicates();
    }

    private static void fail(Transaction tx, List<Fact> facts) {
        throw new IllegalStateException("the effect failed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private NewFact greeting(ObjectId subject) {
        return fact(subject, 1, new Greeted(subject, BigDecimal.TEN, Optional.empty()));
    }

    private NewFact fact(ObjectId subject, int sequence, FactBody body) {
        Instant at = clock.instant();
        return new NewFact(tenant, subject, sequence, at, body);
    }

    private List<Fact> readAll(String reader) {
        List<Fact> all = new ArrayList<>();
        facts.follow(reader, Set.of(Greeted.class), 100, (tx, seen) -> all.addAll(seen));
        return all;
    }
}
