package dev.offramp.bench.lists;

import dev.offramp.lists.ListQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// One question that is measured.
///
/// @param matches which rows it is about, by their number; the answer is checked with it
/// @param limitMs what its median may take at most; empty where nothing is promised
record Question(String name, ListQuery query, LongPredicate matches, Optional<Long> limitMs) {

    static Question page(String name, int page, long limitMs) {
        return new Question(name, ListQuery.page(page, 10), n -> true, Optional.of(limitMs));
    }

    static Question oldestFirst(String name, int page) {
        ListQuery query = new ListQuery(
                page,
                10,
                Optional.of(new ListQuery.Order("createdAt", false)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Question(name, query, n -> true, Optional.of(250L));
    }

    static Question filter(String name, int page, LongPredicate matches, ListQuery.Filter... filters) {
        ListQuery query = new ListQuery(
                page, 10, Optional.empty(), List.of(filters), Optional.empty(), Optional.empty(), Optional.empty());
        return new Question(name, query, matches, page == 1 ? Optional.of(250L) : Optional.empty());
    }

    static Question search(String name, String text, LongPredicate matches) {
        ListQuery query = new ListQuery(
                1, 10, Optional.empty(), List.of(), Optional.of(text), Optional.empty(), Optional.empty());
        return new Question(name, query, matches, Optional.of(250L));
    }

    boolean isAscending() {
        return query.order().isPresent();
    }
}
