package dev.offramp.wire;

import java.util.Optional;

/// Which part of a list is asked for: `page` from 1, `size` items each.
public record Page(int number, int size) {

    public static final int SIZE_MAX = 200;

    public static final Field<Integer> NUMBER = Fields.whole("page").from(1);
    public static final Field<Integer> SIZE = Fields.whole("size").from(1).to(SIZE_MAX);

    private static final int SIZE_UNSAID = 10;

    public Page {
        if (number < 1 || size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("no such page: " + number + " of size " + size);
        }
    }

    /// The page that a query asks for.
    public static Page of(Values query) {
        return new Page(query.find(NUMBER).orElse(1), query.find(SIZE).orElse(SIZE_UNSAID));
    }

    /// How many items come before it.
    public long offset() {
        return (number - 1L) * size;
    }

    /// The `meta` of an answer whose whole list has `total` items. An empty list has one empty page.
    public PagesJson meta(long total) {
        long pages = Math.max(1, (total + size - 1) / size);
        return new PagesJson(
                pages,
                new OrNull<>(number > 1 ? Optional.of(number - 1L) : Optional.empty()),
                new OrNull<>(number < pages ? Optional.of(number + 1L) : Optional.empty()),
                number,
                total,
                number > 1,
                number < pages);
    }
}
