package dev.offramp.requests;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The request log: notes requests without making them wait, and shows them.
public final class Requests implements AutoCloseable {

    /// How many may wait to be written: some seconds of all that one process can answer, in a few megabytes.
    private static final int WAITING_MAX = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Database db;
    private final InstantSource clock;
    private final RequestStore store = new RequestStore();
    private final Listing<LoggedRequest> listing = RequestList.create();
    private final Writer writer;

    private Requests(Database db, InstantSource clock, int waitingMax) {
        this.db = db;
        this.clock = clock;
        this.writer = new Writer(db, store, waitingMax);
    }

    public static Requests create(Database db, InstantSource clock) {
        return create(db, clock, WAITING_MAX);
    }

    /// @param waitingMax how many may wait to be written
    static Requests create(Database db, InstantSource clock, int waitingMax) {
        return new Requests(db, clock, waitingMax);
    }

    /// Notes a request; it is written soon, or dropped and counted where too many wait already. Never waits, never
    /// fails.
    public void note(LoggedRequest request) {
        writer.note(request);
    }

    /// How many were dropped since the process started.
    public long dropped() {
        return writer.dropped();
    }

    /// The step that writes what was noted.
    public Step writeStep() {
        return writer;
    }

    /// The step that deletes what is older than seven days.
    public Step expireStep() {
        return new RequestExpiry(db, clock, store);
    }

    /// What a tenant's list may be asked: filters `status` (`2xx`, `4xx`, `5xx`, `failed`), `method` and `path` (with
    /// its variable segments in braces), search for a request id, and times.
    public ListedTable table() {
        return listing.table();
    }

    /// The requests of a tenant that match, newest first. There is no total: counting millions takes seconds, and
    /// nobody leafs to the last page of a log.
    ///
    /// @param query its page and size mean nothing here
    /// @param after the request before those wanted; empty for the newest
    /// @return nothing where `after` is not in the log any more
    public Batch<LoggedRequest> list(
            Transaction tx, Tenant tenant, ListQuery query, Optional<ObjectId> after, int max) {
        if (after.isEmpty()) {
            return listing.batch(tx, tenant, query, Optional.empty(), max);
        }
        return store.place(tx, tenant, after.get())
                .map(place -> listing.batch(tx, tenant, query, Optional.of(place), max))
                .orElseGet(() -> new Batch<>(List.of(), Optional.empty()));
    }

    public Optional<LoggedRequest> find(Transaction tx, Tenant tenant, ObjectId id) {
        return store.find(tx, tenant, id);
    }

    /// How many requests came in and were answered since a moment that is not long ago, as far as they are written.
    public AnsweredCount answered(Transaction tx, Instant since) {
        return store.answered(tx, since);
    }

    /// Writes what was noted, if the database lets it.
    @Override
    public void close() {
        try {
            while (writer.runOnce()) {
                LOG.debug("more requests to write");
            }
        } catch (Trouble trouble) {
            LOG.warn("{} requests were not logged: {}", writer.waiting(), trouble.getMessage());
        }
    }
}
