package dev.offramp.gates;

/// What was found in front of a gate, perhaps after waiting.
///
/// @param <T> what was asked for when it is done
public sealed interface Ending<T> {

    /// It is done.
    record Done<T>(T value) implements Ending<T> {}

    /// Nobody is at it, and it is not done.
    record Undone<T>() implements Ending<T> {}

    /// Somebody was at it for as long as we waited.
    record StillOccupied<T>() implements Ending<T> {}
}
