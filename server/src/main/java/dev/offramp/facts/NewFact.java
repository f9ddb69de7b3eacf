package dev.offramp.facts;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;

/// A fact about to be written.
///
/// @param subject the object it is about
/// @param sequence the object's own count, one above its last fact; the caller holds the object's row lock
/// @param at when it happened
public record NewFact(Tenant tenant, ObjectId subject, int sequence, Instant at, FactBody body) {

    public NewFact {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences start at 1: " + sequence);
        }
    }
}
