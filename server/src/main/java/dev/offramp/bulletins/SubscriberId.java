package dev.offramp.bulletins;

import dev.offramp.db.ObjectId;

/// Identity of a subscriber.
record SubscriberId(ObjectId value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
