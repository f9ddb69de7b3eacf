package dev.offramp.webhooks;

import java.time.Instant;
import java.util.Optional;

/// What a listener gets.
///
/// @param listener whom to ask as from now on
/// @param until when it is forgotten unless it asks again; past for one that has ended
/// @param next the oldest event that it has not said it took; empty while there is none
public record Pulled(EndpointId listener, Instant until, Optional<DeliveryRecord> next) {}
