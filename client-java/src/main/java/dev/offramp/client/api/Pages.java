// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * As the API answers it: Pages.
 */
public record Pages(
        int pages,
        Optional<Integer> prevPage,
        Optional<Integer> nextPage,
        int page,
        int totalDocs,
        boolean hasPrevPage,
        boolean hasNextPage) {}
