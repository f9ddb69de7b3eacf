package dev.offramp.dashboard;

import java.util.Optional;

/// What came of the one transaction of a page ([Visit#commit]): what was done goes into the audit log with it.
///
/// @param result for the page itself
/// @param deed empty when there is nothing to record
public record Outcome<T>(T result, Optional<Deed> deed) {

    /// Something was changed.
    public static <T> Outcome<T> done(T result, Deed deed) {
        return new Outcome<>(result, Optional.of(deed));
    }

    /// Something was changed that belongs in no audit log: what somebody has read, a code that is offered.
    public static <T> Outcome<T> aside(T result) {
        return new Outcome<>(result, Optional.empty());
    }

    /// Nothing was.
    public static <T> Outcome<T> refused(T result) {
        return new Outcome<>(result, Optional.empty());
    }
}
