package dev.offramp.withdrawals;

import dev.offramp.db.ObjectId;

/// Identity of a saved address.
public record SavedAddressId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
