package dev.offramp.http;

/// How an endpoint is made to answer a call that has passed every check.
@FunctionalInterface
interface Execution {

    /// For endpoints that change nothing.
    Execution WITHOUT_EFFECT = call -> call.answer(_ -> {
        throw new IllegalStateException("nothing can be changed without a database");
    });

    Answer execute(Call call);
}
