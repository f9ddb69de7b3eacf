package dev.offramp.gates;

/// What became of the wish to pass a gate.
///
/// @param <T> what was asked for when it is done already
public sealed interface Entry<T> {

    /// Nobody is ahead and nothing is done: go on, and end the pass in the transaction of the effect.
    record Entered<T>(Pass pass) implements Entry<T> {}

    /// It was done before.
    record Done<T>(T value) implements Entry<T> {}

    /// Somebody else is at it.
    record Occupied<T>() implements Entry<T> {}
}
