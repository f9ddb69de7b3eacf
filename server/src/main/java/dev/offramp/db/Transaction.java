package dev.offramp.db;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// An open transaction. Rooms pass it on as an argument, so that a reader sees which statements commit together.
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /// Does something in this process once the transaction has committed, such as forgetting what it changed; nothing
    /// when it is rolled back. What must survive a crash is no matter for this.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /// Lets the commit return before it is on disk. For what may be lost when the database's machine stops, and costs
    /// nobody anything then.
    public void mayBeLost() {
        handle.execute("SET LOCAL synchronous_commit TO off");
    }

    /// Says which request this is for: what is written from here on in rows that keep it carries its id.
    public void actFor(String requestId) {
        RequestIdStore.set(handle, requestId);
    }

    /// For stores only: the Jdbi handle to run SQL on.
    public Handle sql() {
        return handle;
    }
}
