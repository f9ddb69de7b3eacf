package dev.offramp.webhooks;

import dev.offramp.webhooks.DeliveryRecord.Result;
import java.util.Optional;

/// What a listener asks for: its next event, and what became of the one before.
///
/// @param listener who asks; empty for a new one, and one that was forgotten becomes a new one too
/// @param events which a new listener wants
/// @param taken what the listener has passed on since it last asked; told again it changes nothing
/// @param end whether it listens no longer: what still waits for it is given up
public record Pull(Optional<EndpointId> listener, Endpoint.Events events, Optional<Taken> taken, boolean end) {

    /// A delivery that was passed on.
    ///
    /// @param result what whoever got it said
    public record Taken(RecordId record, Result result) {}
}
