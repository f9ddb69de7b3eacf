package dev.offramp.wire.webhook;

import dev.offramp.facts.Fact;

/// What an event is made from beside the fact's body.
///
/// @param limits in force when it is rendered
record Occasion(EventType event, Fact fact, PayoutLimits limits) {

    String eventId() {
        return fact.id().value();
    }
}
