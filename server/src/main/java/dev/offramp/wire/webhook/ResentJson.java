package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.util.Optional;

/// What became of one event that was sent again.
public record ResentJson(
        @Key(value = "The delivery record's.", as = Notation.ID)
        String id,

        @Key(oneOf = {"delivered", "failed"}) String status,
        @Key("What happened instead of an answer.") Optional<String> error) {}
