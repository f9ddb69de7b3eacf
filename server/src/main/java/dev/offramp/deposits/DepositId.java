package dev.offramp.deposits;

import dev.offramp.db.ObjectId;

/// Identity of a deposit; the trade id on the wire.
public record DepositId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
