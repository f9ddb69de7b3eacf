package dev.offramp.wire;

/// What `data` of a success is. The records named are closed: their components are the keys there can be, and one that
/// is not an `Optional` is always there.
public sealed interface Shape {

    /// `{}`.
    record Nothing() implements Shape {}

    /// One object.
    record One(Class<? extends Record> type) implements Shape {}

    /// A list of all there are.
    record All(Class<? extends Record> type) implements Shape {}

    /// One page of a list, with its seven keys in `meta`.
    record Pages(Class<? extends Record> type) implements Shape {}
}
