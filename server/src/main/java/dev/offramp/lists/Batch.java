package dev.offramp.lists;

import java.util.List;
import java.util.Optional;

/// Some items of a list, in its order.
///
/// @param next where the following batch begins; empty when nothing follows
public record Batch<T>(List<T> items, Optional<Place> next) {

    /// The item after which a batch begins, by the list's order.
    public record Place(Object key, String id) {}
}
