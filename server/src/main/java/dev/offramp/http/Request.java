package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Values;
import java.util.Map;
import java.util.function.Function;

/// A request that has passed every check.
///
/// What it changes, it changes by [#commit], once: only so is a repetition of it recognised for certain. An
/// endpoint may ask the database and the outside before.
///
/// @param id stands in the log, in `X-Request-Id`, and in what the request leads to
/// @param path the variable segments of the path, by name
/// @param effect runs the transaction of [#commit]
public record Request(String id, Tenant tenant, Map<String, String> path, Values query, Values body, Effect effect) {

    /// Changes something and answers, in one transaction. No network call may be in it.
    ///
    /// @param work may run more than once, of which only the last counts; an answer that decides nothing
    ///     ([dev.offramp.wire.Refusal#isDecision]) may not change anything either
    public Answer commit(Function<Transaction, Answer> work) {
        return effect.commit(work);
    }

    /// A variable segment.
    public String text(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no " + name);
        }
        return value;
    }

    /// A variable segment that is an id.
    public ObjectId objectId(String name) {
        return new ObjectId(text(name));
    }
}
