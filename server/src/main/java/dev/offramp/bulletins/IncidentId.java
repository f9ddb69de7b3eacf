package dev.offramp.bulletins;

import dev.offramp.db.ObjectId;

/// Identity of an incident.
public record IncidentId(ObjectId value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
