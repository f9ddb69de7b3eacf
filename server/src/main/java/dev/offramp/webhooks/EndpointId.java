package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;

/// Identity of an [Endpoint].
public record EndpointId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
