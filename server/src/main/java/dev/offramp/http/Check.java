package dev.offramp.http;

/// One step of the order in which a request is examined, or all of them.
@FunctionalInterface
interface Check {

    Verdict examine(Call call);

    /// What a check found.
    sealed interface Verdict {

        /// With what is known by now.
        Call call();

        /// On to the next check.
        record Passed(Call call) implements Verdict {}

        record Refused(Call call, Answer answer) implements Verdict {}
    }
}
