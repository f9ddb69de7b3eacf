package dev.offramp.facts;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;

/// A committed, numbered fact. `toString` shows nothing of its snapshot.
///
/// @param position 1, 2, 3 … without gaps over all facts
/// @param id identity of the fact; the `eventId` of the webhook it leads to
/// @param kind simple class name of its body
/// @param snapshot the body as JSON; [Facts#body] reads it
/// @param requestId the API request that led to it, at once or by making its subject; empty where nobody asked
public record Fact(
        long position,
        ObjectId id,
        String kind,
        Tenant tenant,
        ObjectId subject,
        int sequence,
        Instant at,
        String snapshot,
        Optional<String> requestId) {

    public boolean is(Class<? extends FactBody> body) {
        return kind.equals(body.getSimpleName());
    }

    @Override
    public String toString() {
        return kind + " at " + position;
    }
}
