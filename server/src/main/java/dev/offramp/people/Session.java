package dev.offramp.people;

import java.time.Instant;

/// A browser that is signed in: 12 hours since it was last seen, 7 days in all.
///
/// @param lastSeenAt to the minute
/// @param freshUntil until when it counts as just signed in, which money and credentials ask for
/// @param address where it signed in from
public record Session(
        SessionId id,
        PersonId person,
        Instant createdAt,
        Instant lastSeenAt,
        Instant freshUntil,
        String address,
        String userAgent) {

    public boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }
}
