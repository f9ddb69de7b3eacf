package dev.offramp.app;

import java.util.Optional;

/// One thing that an installation needs, and how it was found.
///
/// @param subject what was looked at, in words for people
/// @param state `ok`, `fault`, or `skipped` where something else keeps it from being looked at
/// @param detail what was found, or what is wrong and what to do
public record Finding(String subject, State state, String detail) {

    /// How it stands.
    public enum State {
        OK,
        FAULT,
        SKIPPED
    }

    static Finding ok(String subject, String detail) {
        return new Finding(subject, State.OK, detail);
    }

    static Finding fault(String subject, String why) {
        return new Finding(subject, State.FAULT, why);
    }

    static Finding skipped(String subject, String why) {
        return new Finding(subject, State.SKIPPED, why);
    }

    /// @param fault empty where nothing is wrong
    static Finding of(String subject, Optional<String> fault, String otherwise) {
        return fault.map(why -> fault(subject, why)).orElseGet(() -> ok(subject, otherwise));
    }

    public boolean isFault() {
        return state == State.FAULT;
    }
}
