package dev.offramp.webhooks;

import java.time.Instant;
import java.util.Optional;

/// How a tenant's webhook secret stands. `toString` shows none.
///
/// @param current the newest: what is signed by, and from the end of an overlap on what is sent
/// @param old the one before it while both are valid
/// @param isOwn whether it is this environment's alone; else the other environment shares it
public record SecretStanding(WebhookSecret current, Instant madeAt, Optional<Old> old, boolean isOwn) {

    /// @param until when it ends by itself
    public record Old(WebhookSecret secret, Instant until) {}
}
