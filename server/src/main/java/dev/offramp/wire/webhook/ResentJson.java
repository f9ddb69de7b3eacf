package dev.offramp.wire.webhook;

import java.util.Optional;

/// What became of one event that was sent again.
public record ResentJson(String id, String status, Optional<String> error) {}
