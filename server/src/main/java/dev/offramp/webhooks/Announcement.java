package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;

/// An event, rendered once and for all.
///
/// @param reference the object it is about: a trade, withdrawal or wallet
/// @param eventId identity of the event, the same on every attempt, resend and endpoint
/// @param sequence 1, 2, 3 … per reference; events of one reference are sent in this order
/// @param at when it happened
/// @param body the bytes to send; nobody changes them afterwards
/// @param requestId the API request that led to it; empty where nobody asked
/// @param origin the object whose story it belongs to: the deposit that a payout settles, else what it is about itself
public record Announcement(
        Tenant tenant,
        ObjectId reference,
        EventType eventType,
        ObjectId eventId,
        int sequence,
        Instant at,
        byte[] body,
        Optional<String> requestId,
        ObjectId origin) {

    /// What test events are about: no object has this id.
    public static final ObjectId TEST = new ObjectId("7e57".repeat(6));

    public Announcement {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences start at 1: " + sequence);
        }
    }
}
