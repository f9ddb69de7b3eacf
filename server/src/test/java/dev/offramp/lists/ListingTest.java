package dev.offramp.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.lists.ListQuery.Filter;
import dev.offramp.lists.ListQuery.Order;
import dev.offramp.lists.Notes.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What may be asked of a list, against a copy of it in memory.
class ListingTest {

    private static final Notes NOTES = new Notes();
    private static List<Note> all;

    /// Several share a moment; one in twenty is long.
    @BeforeAll
    static void fill() {
        all = Notes.newestFirst(IntStream.range(0, 200)
                .mapToObj(i -> NOTES.note(Notes.START.plusSeconds(i / 3), i % 20 == 0 ? "long" : "short", i % 7))
                .toList());
        NOTES.put(all);
        NOTES.db.run(tx -> NOTES.put(tx, NOTES.other, List.of(NOTES.note(Notes.START, "long", 1))));
    }

    @AfterAll
    static void close() {
        NOTES.close();
    }

    @Test
    void hasTheNewestFirstInPages() {
        assertThat(NOTES.page(ListQuery.page(1, 7))).isEqualTo(new Part<>(all.subList(0, 7), 200));
        assertThat(NOTES.page(ListQuery.page(29, 7))).isEqualTo(new Part<>(all.subList(196, 200), 200));
        assertThat(NOTES.page(ListQuery.page(Integer.MAX_VALUE, 200))).isEqualTo(new Part<>(List.of(), 200));
    }

    @Test
    void isOrderedByAnyDeclaredFieldAndThenById() {
        assertThat(NOTES.page(query(1, 200, Optional.of(new Order("createdAt", false)), List.of()))
                        .items())
                .isEqualTo(all.reversed());

        Comparator<Note> bySize = Comparator.comparing(Note::size).thenComparing(Note::id);
        assertThat(NOTES.page(query(1, 200, Optional.of(new Order("size", false)), List.of()))
                        .items())
                .isEqualTo(all.stream().sorted(bySize).toList());
        assertThat(NOTES.page(query(3, 20, Optional.of(new Order("size", true)), List.of()))
                        .items())
                .isEqualTo(all.stream()
                        .sorted(bySize.reversed())
                        .skip(40)
                        .limit(20)
                        .toList());
    }

    @Test
    void takesAnyValueOfAFieldAndAllOfSeveralFields() {
        assertThat(filtered(new Filter("kind", "LONG"))).isEqualTo(matching("long", 0, 1, 2, 3, 4, 5, 6));
        assertThat(filtered(new Filter("size", "3"), new Filter("size", "5"), new Filter("kind", "long")))
                .isEqualTo(matching("long", 3, 5));
        assertThat(filtered(new Filter("sort", "s"), new Filter("size", "2"))).isEqualTo(matching("short", 2));
        assertThat(filtered(new Filter("length", "none"))).isEqualTo(new Part<>(List.of(), 0));
    }

    @Test
    void countsACommonValueByThoseThatHaveItNot() {
        NOTES.db.run(tx -> tx.sql().execute("ANALYZE note"));
        NOTES.count();
        for (String kind : List.of("short", "long")) {
            assertThat(filtered(new Filter("kind", kind))).as(kind).isEqualTo(matching(kind, 0, 1, 2, 3, 4, 5, 6));
        }
    }

    @Test
    void bindsWhatWasAskedForAndNeverReadsItAsSql() {
        for (String evil : List.of("' OR '1'='1", "%s", ":v0", "'; DROP TABLE note; --", "\\")) {
            assertThat(filtered(new Filter("author", evil)).total()).as(evil).isZero();
            assertThat(NOTES.page(search(evil)).total()).as(evil).isZero();
        }
        assertThat(NOTES.page(ListQuery.page(1, 1)).total()).isEqualTo(200);
    }

    @Test
    void isSearchedByWholeTextsOnly() {
        Note one = all.get(17);
        assertThat(NOTES.page(search(one.id()))).isEqualTo(new Part<>(List.of(one), 1));
        assertThat(NOTES.page(search("author 3")).total())
                .isEqualTo(all.stream().filter(note -> note.size() == 3).count());
        assertThat(NOTES.page(search("author")).total()).isZero();
        assertThat(NOTES.page(search(NOTES.nobody().value())).total()).isZero();
    }

    @Test
    void beginsAtItsFirstMomentAndEndsBeforeItsLast() {
        Instant from = Notes.START.plusSeconds(10);
        Instant until = Notes.START.plusSeconds(20);
        ListQuery query = new ListQuery(
                1, 200, Optional.empty(), List.of(), Optional.empty(), Optional.of(from), Optional.of(until));

        List<Note> between = all.stream()
                .filter(note ->
                        !note.createdAt().isBefore(from) && note.createdAt().isBefore(until))
                .toList();
        assertThat(between).hasSize(30);
        assertThat(NOTES.page(query)).isEqualTo(new Part<>(between, 30));
    }

    @Test
    void isReadWholeInBatchesWhateverPageWasAskedFor() {
        for (Order order : List.of(new Order("createdAt", true), new Order("size", false))) {
            List<Note> read = new ArrayList<>();
            Optional<Batch.Place> next = Optional.empty();
            do {
                Optional<Batch.Place> after = next;
                Batch<Note> batch = NOTES.db.view(tx ->
                        NOTES.list.batch(tx, NOTES.tenant, query(9, 1, Optional.of(order), List.of()), after, 40));
                read.addAll(batch.items());
                next = batch.next();
            } while (next.isPresent());
            assertThat(read)
                    .as(order.field())
                    .isEqualTo(NOTES.page(query(1, 200, Optional.of(order), List.of()))
                            .items());
        }
    }

    @Test
    void isSeenOtherwiseItemByItem() {
        Listing<String> sizes = NOTES.list.seenAs((tx, tenant, notes) ->
                notes.stream().map(note -> "size " + note.size()).toList());

        Part<String> part = NOTES.db.view(tx -> sizes.page(tx, NOTES.tenant, ListQuery.page(2, 2)));
        assertThat(part)
                .isEqualTo(new Part<>(
                        List.of(
                                "size " + all.get(2).size(),
                                "size " + all.get(3).size()),
                        200));
    }

    private static Part<Note> filtered(Filter... filters) {
        return NOTES.page(query(1, 200, Optional.empty(), List.of(filters)));
    }

    private static Part<Note> matching(String kind, long... sizes) {
        List<Note> found = all.stream()
                .filter(note -> note.kind().equals(kind))
                .filter(note -> LongStream.of(sizes).anyMatch(size -> size == note.size()))
                .toList();
        return new Part<>(found, found.size());
    }

    private static ListQuery query(int page, int size, Optional<Order> order, List<Filter> filters) {
        return new ListQuery(page, size, order, filters, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ListQuery search(String text) {
        return new ListQuery(
                1, 200, Optional.empty(), List.of(), Optional.of(text), Optional.empty(), Optional.empty());
    }
}
