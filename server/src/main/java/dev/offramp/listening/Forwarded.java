package dev.offramp.listening;

import java.time.Instant;
import java.util.Optional;

/// One event that was passed on, as it is shown.
///
/// @param status what the receiver answered
/// @param error what happened instead of an answer
public record Forwarded(Instant at, String event, String eventId, Optional<Integer> status, Optional<String> error) {

    static Forwarded of(Instant at, Waiting waiting, Forward.Said said) {
        return new Forwarded(at, waiting.event(), waiting.eventId(), said.status(), said.error());
    }
}
