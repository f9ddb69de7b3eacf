package dev.offramp.trail;

import java.time.Instant;
import java.util.Optional;

/// One entry of the trail, as it was recorded.
///
/// @param number 1, 2, 3 ... over the whole installation; readers of one business see gaps
/// @param at by the clock of the process that recorded it: the order is that of the numbers
/// @param action as stored; what this version of the program does not know it shows as it is ([#words])
/// @param from the address the actor called from
/// @param requestId of the request it was recorded for
public record Entry(
        long number,
        Instant at,
        Actor actor,
        String action,
        Concern concern,
        Optional<String> from,
        Optional<String> requestId,
        String subjectKind,
        String subjectId,
        Details before,
        Details after) {

    /// What was done, to be read after the actor.
    public String words() {
        return Action.parse(action).map(Action::words).orElse(action);
    }

    /// What it was done to.
    public String subjectWords() {
        return Subject.Kind.parse(subjectKind).map(Subject.Kind::words).orElse(subjectKind) + " " + subjectId;
    }
}
