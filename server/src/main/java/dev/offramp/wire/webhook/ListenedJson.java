package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.time.Instant;
import java.util.Optional;

/// What a listener gets: itself, and its next event.
public record ListenedJson(
        @Key(value = "Whom to ask as from now on; another than asked when that one was forgotten.", as = Notation.ID)
        String listener,

        @Key("When it is forgotten unless it asks again.") Instant until,

        @Key("The oldest event it has not said it took; left out while there is none.")
        Optional<WaitingJson> delivery) {

    /// An event that waits for a listener.
    public record WaitingJson(
            @Key(value = "The delivery record's.", as = Notation.ID)
            String id,

            @Key("The event's name.") String event,

            @Key(value = "What goes into `webhook-id`.", as = Notation.ID)
            String eventId,

            @Key("What goes into `X-Request-Id`; left out where no request led to it.")
            Optional<String> requestId,

            @Key("The bytes to pass on, as text.") String body) {}
}
