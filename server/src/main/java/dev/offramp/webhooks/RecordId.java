package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;

/// Identity of a [DeliveryRecord].
public record RecordId(ObjectId value) implements Comparable<RecordId> {

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.value();
    }
}
