package dev.offramp.dashboard.part;

import dev.offramp.dashboard.Query;
import java.util.Optional;

/// The way through the pages of a list.
///
/// @param path of the list, without its query
/// @param query what the list was asked, which the links keep
/// @param total items on all pages
public record Pager(String path, Query query, int size, long total) {

    public int page() {
        return query.page();
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /// The number of the first item on the page; 0 when there is none.
    public long first() {
        return total == 0 ? 0 : Math.min(total, (page() - 1L) * size + 1);
    }

    public long last() {
        return Math.min(total, (long) page() * size);
    }

    public Optional<String> previous() {
        return page() > 1 ? Optional.of(link(page() - 1)) : Optional.empty();
    }

    public Optional<String> next() {
        return page() < pages() ? Optional.of(link(page() + 1)) : Optional.empty();
    }

    private String link(int number) {
        return path
                + query.with("page", number == 1 ? "" : String.valueOf(number)).written();
    }
}
