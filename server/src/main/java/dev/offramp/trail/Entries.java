package dev.offramp.trail;

import java.util.List;
import java.util.OptionalLong;

/// Some entries, newest first.
///
/// @param next the number before which the following ones begin; empty when nothing follows
public record Entries(List<Entry> entries, OptionalLong next) {}
