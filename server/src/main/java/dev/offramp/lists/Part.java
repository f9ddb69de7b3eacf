package dev.offramp.lists;

import java.util.List;

/// One page of a list.
///
/// @param total how many items match on all pages
public record Part<T>(List<T> items, long total) {}
