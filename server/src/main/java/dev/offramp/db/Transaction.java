package dev.offramp.db;

import org.jdbi.v3.core.Handle;

/// An open transaction. Rooms pass it on as an argument, so that a reader sees which statements commit together.
public final class Transaction {

    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /// For stores only: the Jdbi handle to run SQL on.
    public Handle sql() {
        return handle;
    }
}
