package dev.offramp.backups;

/// Is told how far something long has come.
@FunctionalInterface
public interface Progress {

    Progress UNSEEN = (what, done, of) -> {};

    /// @param what in words for people
    /// @param done rows, of all tables together
    void at(String what, long done, long of);
}
