package dev.offramp.listening;

import java.util.Optional;

/// An event that waits to be passed on.
///
/// @param id the delivery's, by which it is known again
/// @param requestId the API request that led to it; empty where nobody asked
/// @param body the bytes of the delivery, as text
record Waiting(String id, String event, String eventId, Optional<String> requestId, String body) {

    /// Never the body: it may name a bank account.
    @Override
    public String toString() {
        return event + " " + eventId;
    }
}
