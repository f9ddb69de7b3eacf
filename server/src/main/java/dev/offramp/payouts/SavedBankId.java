package dev.offramp.payouts;

import dev.offramp.db.ObjectId;

/// Identity of a saved bank; what a withdrawal to it names.
public record SavedBankId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
