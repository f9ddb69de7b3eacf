package dev.offramp.db;

/// What happens around every commit. Nothing in the running server; in a simulation the place to crash, or to
/// let another process run first.
public interface CommitPoints {

    CommitPoints NONE = new CommitPoints() {};

    /// All statements of the transaction ran; the commit has not been sent. Throwing rolls back.
    default void beforeCommit() {}

    /// The commit is durable; the caller has not seen it yet. Throwing loses only the answer.
    default void afterCommit() {}
}
