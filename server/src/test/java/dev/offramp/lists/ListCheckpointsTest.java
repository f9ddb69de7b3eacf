package dev.offramp.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Transaction;
import dev.offramp.lists.ListQuery.Order;
import dev.offramp.lists.Notes.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Totals and far pages are exact, whoever inserts when.
class ListCheckpointsTest {

    private static final int LOOKS = 1_000;
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private static final String TRUTH = "SELECT count(*) FROM note WHERE integration = :integration";

    private static final String TRUE_PAGE = """
            SELECT id FROM note WHERE integration = :integration
            ORDER BY created_at DESC, id DESC LIMIT 5 OFFSET :skip
            """;

    private final Notes notes = new Notes();

    @AfterEach
    void close() {
        notes.close();
    }

    /// Late ones lie below marks that were set before they came.
    @Test
    void findsFarPagesInEitherOrderAlthoughSomeComeLate() {
        List<Note> all = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            int now = round * 1_500;
            List<Note> fresh = IntStream.range(0, 1_500)
                    .mapToObj(i -> notes.note(
                            Notes.START.plusSeconds(i % 10 == 0 ? notes.random.nextInt(now + 1) : now + i), "short", i))
                    .toList();
            all.addAll(fresh);
            notes.put(fresh);
            if (round != 4) {
                countUntil(all.size());
            }
            List<Note> newest = Notes.newestFirst(all);
            for (int page : new int[] {1, 2, 15, 16, 40, 75, 76, 80}) {
                assertPage(newest, page, Optional.empty());
                assertPage(newest.reversed(), page, Optional.of(new Order("createdAt", false)));
            }
        }
        assertThat(marks()).as("marks that were set and used").isGreaterThan(5);
    }

    private void assertPage(List<Note> expected, int page, Optional<Order> order) {
        ListQuery query =
                new ListQuery(page, 100, order, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        int from = Math.min(expected.size(), (page - 1) * 100);
        int to = Math.min(expected.size(), page * 100);
        assertThat(notes.page(query))
                .as("page %d %s", page, order)
                .isEqualTo(new Part<>(expected.subList(from, to), expected.size()));
    }

    @Test
    void doesNotLoseWhatATransactionInsertsThatStaysOpenWhileOthersAreCounted() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = executor.submit(() -> notes.db.run(tx -> {
                notes.put(tx, notes.tenant, List.of(notes.note(Notes.START, "short", 1)));
                inserted.countDown();
                await(mayCommit);
            }));
            await(inserted);
            notes.put(List.of(notes.note(Notes.START.plusSeconds(1), "short", 2)));
            notes.count();
            assertThat(notes.page(ListQuery.page(1, 10)).total()).isEqualTo(1);

            mayCommit.countDown();
            slow.get();
        }
        assertThat(notes.page(ListQuery.page(1, 10)).total()).isEqualTo(2);
        countUntil(2);
        assertThat(notes.page(ListQuery.page(1, 10)).total()).isEqualTo(2);
    }

    /// Transactions are numbered by the server, not by the database: what is open in another one, as another test's may
    /// be, holds up the counting here, too.
    private void countUntil(long wanted) {
        for (int more = 0; counted() != wanted && more < LOOKS; more++) {
            notes.count();
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        assertThat(counted()).isEqualTo(wanted);
    }

    @Test
    void doesNotCountWhatWasRolledBack() {
        notes.put(List.of(notes.note(Notes.START, "short", 1)));
        try {
            notes.db.run(tx -> {
                notes.put(tx, notes.tenant, List.of(notes.note(Notes.START, "short", 2)));
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }
        countUntil(1);
    }

    /// Four insert, two count, and whoever looks sees the same as the plain questions in the same moment.
    @Test
    void isExactAtEveryMomentWhileManyInsertAndTwoCount() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(executor.submit(() -> insertMany(40)));
            }
            List<Future<?>> counting =
                    List.of(executor.submit(() -> countUntil(isOver)), executor.submit(() -> countUntil(isOver)));
            try {
                for (int i = 0; i < 60; i++) {
                    notes.db.view(this::assertTruth);
                }
                finish(work);
            } finally {
                isOver.set(true);
            }
            finish(counting);
        }
        countUntil(4 * 40 * 50);
        notes.db.view(this::assertTruth);
    }

    private void insertMany(int batches) {
        for (int i = 0; i < batches; i++) {
            int second = i;
            List<Note> batch;
            synchronized (notes) {
                batch = IntStream.range(0, 50)
                        .mapToObj(n -> notes.note(Notes.START.plusSeconds(second * 3L - n % 5), "short", n))
                        .toList();
            }
            notes.put(batch);
        }
    }

    private void countUntil(AtomicBoolean isOver) {
        while (!isOver.get()) {
            notes.checkpoints.runOnce();
        }
    }

    private boolean assertTruth(Transaction tx) {
        String tenant = notes.tenant.integration().toString();
        long total = tx.sql()
                .createQuery(TRUTH)
                .bind("integration", tenant)
                .mapTo(Long.class)
                .one();
        for (int page : new int[] {1, (int) (total / 10) + 1, (int) (total / 5) + 1}) {
            List<String> ids = tx.sql()
                    .createQuery(TRUE_PAGE)
                    .bind("integration", tenant)
                    .bind("skip", (page - 1) * 5L)
                    .mapTo(String.class)
                    .list();
            Part<Note> part = notes.list.page(tx, notes.tenant, ListQuery.page(page, 5));
            assertThat(part.total()).isEqualTo(total);
            assertThat(part.items().stream().map(Note::id).toList()).isEqualTo(ids);
        }
        return true;
    }

    /// A copy on another server, whose transactions have smaller numbers.
    @Test
    void beginsAnewWhereItsHorizonLiesAhead() {
        List<Note> some = IntStream.range(0, 2_500)
                .mapToObj(i -> notes.note(Notes.START.plusSeconds(i), "short", i))
                .toList();
        notes.put(some);
        notes.count();
        notes.db.run(tx -> tx.sql().execute("UPDATE list_horizon SET upto = '999999999' WHERE list = 'note'"));
        notes.db.run(tx -> tx.sql().execute("UPDATE list_total SET total = 7 WHERE list = 'note'"));

        assertPage(Notes.newestFirst(some), 20, Optional.empty());
        countUntil(2_500);
        assertPage(Notes.newestFirst(some), 20, Optional.empty());
    }

    /// Whose rows seem to be of transactions to come.
    @Test
    void countsRowsFromAheadEachTime() {
        notes.put(List.of(notes.note(Notes.START, "short", 1), notes.note(Notes.START, "short", 2)));
        notes.db.run(tx -> tx.sql().execute("UPDATE note SET inserted_in = '999999999'"));
        notes.count();
        assertThat(notes.page(ListQuery.page(1, 10)).total()).isEqualTo(2);
        assertThat(notes.checkpoints.runOnce()).isFalse();
    }

    private long counted() {
        return number("SELECT coalesce(sum(total), 0) FROM list_total WHERE list = 'note'");
    }

    private long marks() {
        return number("SELECT count(*) FROM list_mark WHERE list = 'note'");
    }

    private long number(String sql) {
        return notes.db.transact(
                tx -> tx.sql().createQuery(sql).mapTo(Long.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void finish(List<Future<?>> work) throws InterruptedException, ExecutionException {
        for (Future<?> each : work) {
            each.get();
        }
    }
}
