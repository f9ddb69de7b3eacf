package dev.offramp.db;

import java.time.Duration;
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

    /// Lets the commit return before it is on disk. For what may be lost when the database's machine stops, and costs
    /// nobody anything then.
    public void mayBeLost() {
        handle.execute("SET LOCAL synchronous_commit TO off");
    }

    /// Has the database give up a statement from here on that takes longer: for questions that nobody waits for then.
    public void giveUpAfter(Duration each) {
        handle.execute("SET LOCAL statement_timeout TO " + each.toMillis());
    }

    /// Says which request this is for: what is written from here on in rows that keep it carries its id.
    public void actFor(String requestId) {
        RequestIdStore.set(handle, requestId);
    }

    /// Does something once this is committed, and nothing where it is not: for what a process remembers of the rows
    /// that it changes. It may not fail, wait or call anybody.
    public void afterCommit(Runnable forgetting) {
        afterCommit.add(forgetting);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /// For stores only: the Jdbi handle to run SQL on.
    public Handle sql() {
        return handle;
    }
}
