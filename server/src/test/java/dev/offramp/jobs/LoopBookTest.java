package dev.offramp.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people can ask about loops.
class LoopBookTest {

    private static final String LOOP = "deposits.watch";

    private final TestDatabase test = TestDatabase.create();
    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(7));
    private final LoopBook book = LoopBook.create(test.database(), clock, ids);
    private final Instant start = clock.instant();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void tellsOfTheLastTurnAndHowLongItTook() {
        turn(Duration.ofMillis(250));
        turn(Duration.ofMillis(40));

        assertThat(told()).singleElement().satisfies(loop -> {
            assertThat(loop.name()).isEqualTo(LOOP);
            assertThat(loop.startedAt()).isEqualTo(start);
            assertThat(loop.turns()).isEqualTo(2);
            assertThat(loop.last()).contains(new LoopState.Turn(start.plusMillis(290), Duration.ofMillis(40)));
            assertThat(loop.failures()).isZero();
            assertThat(loop.trouble()).isEmpty();
            assertThat(loop.runningSince()).isEmpty();
            assertThat(loop.toldAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void tellsOfFailuresUntilATurnEndsWell() {
        fail(new Trouble("the node is away", Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        fail(new Trouble("the node is still away", Duration.ofSeconds(1)));

        assertThat(told()).singleElement().satisfies(loop -> {
            assertThat(loop.failures()).isEqualTo(2);
            assertThat(loop.trouble()).contains(new LastTrouble("the node is still away", clock.instant()));
            assertThat(loop.last()).isEmpty();
            assertThat(loop.turns()).isEqualTo(2);
        });

        turn(Duration.ofMillis(1));

        assertThat(told()).singleElement().satisfies(loop -> {
            assertThat(loop.failures()).isZero();
            assertThat(loop.trouble()).isPresent();
        });
    }

    @Test
    void countsTurnsAndFailuresOfThisProcess() {
        turn(Duration.ofSeconds(2));
        fail(new Trouble("the node is away", Duration.ofSeconds(1)));
        book.began(LOOP);
        book.failed(LOOP, new IllegalStateException("a bug"));
        clock.advance(Duration.ofSeconds(5));
        turn(Duration.ZERO);
        book.began("deposits.credit");

        assertThat(book.turns())
                .containsExactly(
                        new LoopTurns("deposits.credit", 0, 0, clock.instant()),
                        new LoopTurns(LOOP, 4, 2, clock.instant()));
    }

    @Test
    void saysOfABugNoMoreThanItsKind() {
        book.began(LOOP);
        book.failed(LOOP, new IllegalStateException("account 0123456789"));

        assertThat(told().getFirst().trouble())
                .contains(new LastTrouble("IllegalStateException: see the log", clock.instant()));
    }

    @Test
    void tellsSinceWhenATurnIsRunning() {
        clock.advance(Duration.ofSeconds(3));
        book.began(LOOP);
        clock.advance(Duration.ofMinutes(2));

        assertThat(told().getFirst().runningSince()).contains(start.plusSeconds(3));
    }

    @Test
    void tellsOfAllProcessesUntilTheyAreGone() {
        turn(Duration.ofMillis(1));
        told();
        LoopBook other = LoopBook.create(test.database(), clock, ids);
        other.began(LOOP);
        other.tellStep().runOnce();

        assertThat(all()).extracting(LoopState::process).doesNotHaveDuplicates().hasSize(2);

        clock.advance(Duration.ofMinutes(10).plusMillis(1));
        other.tellStep().runOnce();

        assertThat(all())
                .singleElement()
                .satisfies(loop -> assertThat(loop.runningSince()).isPresent());
    }

    @Test
    void isToldByTheLoopsThemselves() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Step step = new Step() {
            @Override
            public String name() {
                return LOOP;
            }

            @Override
            public boolean runOnce() {
                if (ran.getCount() == 0) {
                    throw new Trouble("no more", Duration.ofHours(1));
                }
                ran.countDown();
                return true;
            }
        };
        try (Loops loops = new Loops(book)) {
            loops.start(step, Duration.ofHours(1));
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(told()).singleElement().satisfies(loop -> {
            assertThat(loop.turns()).isPositive();
            assertThat(loop.last()).isPresent();
        });
    }

    private void turn(Duration takes) {
        book.began(LOOP);
        clock.advance(takes);
        book.ended(LOOP);
    }

    private void fail(Trouble trouble) {
        book.began(LOOP);
        book.failed(LOOP, trouble);
    }

    private List<LoopState> told() {
        book.tellStep().runOnce();
        return all();
    }

    private List<LoopState> all() {
        return test.database().transact(book::all);
    }
}
