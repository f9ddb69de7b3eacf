package dev.offramp.people;

import dev.offramp.db.Transaction;

/// Hears of what came of something, in the transaction that commits it: what it writes is there exactly if the outcome
/// is. It may be called again when the transaction is run again.
///
/// @param <T> the outcome
@FunctionalInterface
public interface Witness<T> {

    void hear(Transaction tx, T outcome);

    /// Nobody needs to know.
    static <T> Witness<T> none() {
        return (tx, outcome) -> {};
    }
}
