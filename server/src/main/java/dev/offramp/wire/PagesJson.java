package dev.offramp.wire;

/// The `meta` of a list; always these seven keys.
public record PagesJson(
        long pages,
        OrNull<Long> prevPage,
        OrNull<Long> nextPage,
        long page,
        long totalDocs,
        boolean hasPrevPage,
        boolean hasNextPage) {}
