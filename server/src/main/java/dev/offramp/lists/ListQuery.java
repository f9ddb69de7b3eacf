package dev.offramp.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is asked of a list.
///
/// @param page from 1
/// @param order the list's own, newest first, without it
/// @param filters of one field any must hold, of several fields each
/// @param search the whole of an id, a hash or another of the list's searched fields
/// @param from the earliest time of making
/// @param until the first time of making that is too late
public record ListQuery(
        int page,
        int size,
        Optional<Order> order,
        List<Filter> filters,
        Optional<String> search,
        Optional<Instant> from,
        Optional<Instant> until) {

    /// By a field that the list declares for it, then by id in the same direction.
    public record Order(String field, boolean isDescending) {}

    /// A field must have a value. `toString` hides the value: it may be an account number.
    public record Filter(String field, String value) {
        @Override
        public String toString() {
            return field;
        }
    }

    public ListQuery {
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("no such page: " + page + " of size " + size);
        }
        filters = List.copyOf(filters);
    }

    /// Everything, newest first.
    public static ListQuery page(int page, int size) {
        return new ListQuery(
                page, size, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// How many items come before the page.
    public long skip() {
        return (page - 1L) * size;
    }

    /// Whether every item of the list matches.
    boolean isUnrestricted() {
        return filters.isEmpty() && isByFiltersAlone();
    }

    boolean isByFiltersAlone() {
        return search.isEmpty() && from.isEmpty() && until.isEmpty();
    }

    @Override
    public String toString() {
        return "page " + page + " of size " + size;
    }
}
