package dev.offramp.wire.webhook;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.util.Optional;

/// How many events are on their way again.
public record ReplayJson(
        @Key("How many are on their way again.") int queued,

        @Key(
                value = "What to repeat the request with as `after` for the rest; left out when that was all.",
                as = Notation.ID)
        Optional<String> next) {}
