package dev.offramp.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final JobKind SEND = new JobKind("test.send");
    private static final JobKind ASK = new JobKind("test.ask");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(7));
    private TestDatabase test;
    private Database db;
    private Jobs jobs;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        jobs = Jobs.create(db, clock);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void handsOutWhatIsDueAndNothingElse() {
        ObjectId due = ids.next();
        ObjectId later = ids.next();
        add(SEND, due, clock.instant());
        add(SEND, later, clock.instant().plusMillis(1));
        add(ASK, ids.next(), clock.instant());

        assertThat(claim(10)).containsExactly(new Job(SEND, due, 1));
    }

    @Test
    void handsAJobToNobodyElseBeforeItsLeaseHasPassed() {
        ObjectId subject = ids.next();
        add(SEND, subject, clock.instant());
        claim(10);

        clock.advance(LEASE.minusMillis(1));
        assertThat(claim(10)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(claim(10)).containsExactly(new Job(SEND, subject, 2));
    }

    @Test
    void claimsTheOldestFirstAndNoMoreThanAsked() {
        ObjectId newer = ids.next();
        ObjectId older = ids.next();
        add(SEND, newer, clock.instant());
        add(SEND, older, clock.instant().minusSeconds(1));

        assertThat(claim(1)).extracting(Job::subject).containsExactly(older);
        assertThat(claim(1)).extracting(Job::subject).containsExactly(newer);
    }

    @Test
    void disappearsOnceFinished() {
        add(SEND, ids.next(), clock.instant());
        finish(claim(10));

        clock.advance(Duration.ofDays(1));
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void comesBackWhenItIsToBeTriedAgain() {
        ObjectId subject = ids.next();
        add(SEND, subject, clock.instant());
        List<Job> claimed = claim(10);
        db.run(tx -> jobs.retry(tx, jobs.stillOurs(tx, claimed), clock.instant().plusSeconds(5)));

        assertThat(claim(10)).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(claim(10)).containsExactly(new Job(SEND, subject, 2));
    }

    @Test
    void ignoresAWorkerThatOversleptItsLease() {
        add(SEND, ids.next(), clock.instant());
        List<Job> overslept = claim(10);
        clock.advance(LEASE);
        List<Job> current = claim(10);

        finish(overslept);

        db.run(tx -> {
            assertThat(jobs.stillOurs(tx, overslept)).isEmpty();
            assertThat(jobs.stillOurs(tx, current)).isEqualTo(current);
        });
    }

    @Test
    void keepsOneJobPerKindAndSubjectDueAtTheEarlierTime() {
        ObjectId subject = ids.next();
        add(SEND, subject, clock.instant().plusSeconds(60));
        add(SEND, subject, clock.instant());
        add(SEND, subject, clock.instant().plusSeconds(60));

        assertThat(claim(10)).containsExactly(new Job(SEND, subject, 1));
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void isAddedOnlyIfTheTransactionThatNeedsItCommits() {
        try {
            db.run(tx -> {
                jobs.add(tx, SEND, List.of(ids.next()), clock.instant());
                throw new IllegalStateException("planted");
            });
        } catch (IllegalStateException planted) {
            assertThat(claim(10)).isEmpty();
            return;
        }
        throw new AssertionError("the transaction did not fail");
    }

    @Test
    void doesNothingForNobody() {
        db.run(tx -> {
            jobs.add(tx, SEND, List.of(), clock.instant());
            jobs.finish(tx, List.of());
            jobs.retry(tx, List.of(), clock.instant());
            assertThat(jobs.stillOurs(tx, List.of())).isEmpty();
        });
    }

    @Test
    void countsJobsByHowTheyStand() {
        Instant now = clock.instant();
        add(SEND, ids.next(), now.minusSeconds(30));
        add(SEND, ids.next(), now.minusSeconds(20));
        add(SEND, ids.next(), now.minusSeconds(10));
        add(ASK, ids.next(), now.plusSeconds(1));
        List<Job> claimed = claim(2);
        db.run(tx -> jobs.retry(tx, List.of(claimed.getFirst()), now.plusSeconds(5), "the line is dead"));

        assertThat(db.transact(jobs::counts))
                .containsExactly(
                        new JobCount(ASK, 0, 0, 1, 0, Optional.empty(), 0),
                        new JobCount(SEND, 1, 1, 1, 1, Optional.of(now.minusSeconds(10)), 1));
    }

    @Test
    void tellsOfJobsThatSomethingWentWrongWith() {
        ObjectId subject = ids.next();
        add(SEND, subject, clock.instant());
        add(ASK, ids.next(), clock.instant());
        Instant again = clock.instant().plusSeconds(5);
        List<Job> claimed = claim(1);
        db.run(tx -> jobs.retry(tx, claimed, again, "the line is dead"));

        assertThat(troubled())
                .containsExactly(new JobState(
                        SEND,
                        subject,
                        1,
                        again,
                        Optional.empty(),
                        Optional.of(new LastTrouble("the line is dead", clock.instant()))));

        clock.advance(Duration.ofSeconds(5));
        List<Job> second = claim(1);
        db.run(tx -> jobs.retry(tx, second, clock.instant()));

        assertThat(troubled()).isEmpty();
    }

    @Test
    void tellsOfJobsWhoseWorkerDidNotComeBack() {
        ObjectId subject = ids.next();
        add(SEND, subject, clock.instant());
        claim(1);
        assertThat(troubled()).isEmpty();

        clock.advance(LEASE);

        assertThat(troubled())
                .singleElement()
                .satisfies(job -> assertThat(job.claimedUntil()).contains(clock.instant()));
        assertThat(find(SEND, subject)).isPresent();
        assertThat(find(ASK, subject)).isEmpty();
    }

    @Test
    void givesEachOfManyJobsToExactlyOneOfManyWorkers() throws InterruptedException {
        List<ObjectId> subjects = Stream.generate(ids::next).limit(500).toList();
        db.run(tx -> jobs.add(tx, SEND, subjects, clock.instant()));
        List<ObjectId> done = Collections.synchronizedList(new ArrayList<>());

        List<Thread> workers = Stream.generate(() -> Thread.ofVirtual().start(() -> work(done)))
                .limit(4)
                .toList();
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(subjects);
    }

    private void work(List<ObjectId> done) {
        for (List<Job> claimed = claim(17); !claimed.isEmpty(); claimed = claim(17)) {
            claimed.forEach(job -> done.add(job.subject()));
            finish(claimed);
        }
    }

    private void add(JobKind kind, ObjectId subject, Instant at) {
        db.run(tx -> jobs.add(tx, kind, List.of(subject), at));
    }

    private List<JobState> troubled() {
        return db.transact(tx -> jobs.troubled(tx, 10));
    }

    private Optional<JobState> find(JobKind kind, ObjectId subject) {
        return db.transact(tx -> jobs.find(tx, kind, subject));
    }

    private List<Job> claim(int max) {
        return jobs.claim(SEND, max, LEASE);
    }

    private void finish(List<Job> claimed) {
        db.run(tx -> jobs.finish(tx, jobs.stillOurs(tx, claimed)));
    }
}
