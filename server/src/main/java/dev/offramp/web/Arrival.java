package dev.offramp.web;

/// How the reading of a request's body ended.
sealed interface Arrival {

    record Arrived(Content content) implements Arrival {}

    /// It did not arrive, for a fault of its sender.
    record Failed(Fault fault) implements Arrival {}

    /// Whether the connection can be read on from here.
    default boolean isWhole() {
        return this instanceof Arrived(Content.Whole _);
    }
}
