package dev.offramp.deposits;

/// What became of pausing a chain by hand.
public sealed interface Pausing {

    /// Nothing is read or credited there from the watcher's next turn on.
    record Paused(HandPause pause) implements Pausing {}

    /// Somebody has paused it before.
    record PausedAlready(HandPause pause) implements Pausing {}

    /// Nothing was ever read of this chain.
    record NeverRead() implements Pausing {}
}
