package dev.offramp.withdrawals;

import dev.offramp.db.ObjectId;

/// Identity of a withdrawal, of one kind with those of payouts on the wire.
public record WithdrawalId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
