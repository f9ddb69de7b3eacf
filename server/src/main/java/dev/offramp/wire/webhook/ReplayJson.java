package dev.offramp.wire.webhook;

import java.util.Optional;

/// How many events are on their way again.
///
/// @param next what to repeat the request with as `after` for the rest; left out when that was all
public record ReplayJson(int queued, Optional<String> next) {}
