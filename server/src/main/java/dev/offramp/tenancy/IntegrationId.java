package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;

/// Identity of a business that uses the platform.
public record IntegrationId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
