package dev.offramp.payouts;

import dev.offramp.db.ObjectId;

/// Identity of a payout; the withdrawal id on the wire.
public record PayoutId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
