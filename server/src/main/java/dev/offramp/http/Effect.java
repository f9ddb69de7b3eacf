package dev.offramp.http;

import dev.offramp.db.Transaction;
import java.util.function.Function;

/// The one transaction in which a request takes effect. What repetitions need to know commits with it, so that either
/// both are there or neither.
@FunctionalInterface
public interface Effect {

    /// @param work changes something and says what to answer; it may run more than once, of which only the last counts
    Answer commit(Function<Transaction, Answer> work);
}
