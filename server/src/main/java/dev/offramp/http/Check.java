package dev.offramp.http;

/// One step of the order in which a request is examined, or all of them.
@FunctionalInterface
interface Check {

    Verdict examine(Call call);

    /// What a check found.
    sealed interface Verdict {

        /// On to the next check, with what is known now.
        record Passed(Call call) implements Verdict {}

        record Refused(Answer answer) implements Verdict {}
    }
}
