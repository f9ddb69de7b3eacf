package dev.offramp.wallets;

import dev.offramp.db.ObjectId;

/// Identity of a wallet in paths and events.
public record WalletId(ObjectId value) implements Comparable<WalletId> {

    @Override
    public int compareTo(WalletId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.value();
    }
}
