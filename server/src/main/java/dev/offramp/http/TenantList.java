package dev.offramp.http;

import dev.offramp.db.Database;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Listing;
import dev.offramp.lists.Part;
import dev.offramp.wire.Csv;
import dev.offramp.wire.ListForm;
import dev.offramp.wire.Page;
import dev.offramp.wire.Shape;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Answers the questions about one list: a page in the envelope, or all that matches as a table.
///
/// @param <J> how an item looks
public final class TenantList<J extends Record> {

    private static final int ROWS_AT_A_TIME = 500;

    private final Database db;
    private final Listing<J> listing;
    private final Class<J> type;
    private final Csv<J> csv;
    private final String message;
    private final String fileName;
    private final ListForm form;
    /// However many read tables, they share one connection: pages come first.
    private final Semaphore turn = new Semaphore(1, true);

    private TenantList(Database db, Listing<J> listing, Class<J> type, String message, String fileName) {
        this.db = db;
        this.listing = listing;
        this.type = type;
        this.csv = Csv.of(type);
        this.message = message;
        this.fileName = fileName;
        this.form = ListForm.of(listing.table());
    }

    /// @param message what a page says
    /// @param fileName what a table is called
    public static <J extends Record> TenantList<J> of(
            Database db, Listing<J> listing, Class<J> type, String message, String fileName) {
        return new TenantList<>(db, listing, type, message, fileName);
    }

    /// The route, with what its query may carry.
    public Route on(Route route) {
        return route.query(form.form());
    }

    /// What there is to know, with what its query can ask.
    public Manual manual(String summary, String description) {
        return Manual.of(
                summary,
                description + " `exports=true` answers all that match as a table (CSV) in place of a page.",
                new Shape.Pages(type));
    }

    public Answer answer(Request request) {
        ListQuery query = form.query(request.query());
        return form.isExport(request.query()) ? table(request, query) : page(request, query);
    }

    private Answer page(Request request, ListQuery query) {
        Part<J> part = db.view(tx -> listing.page(tx, request.tenant(), query));
        return Answer.page(message, part.items(), new Page(query.page(), query.size()).meta(part.total()));
    }

    /// The first rows are read before anything is said, so that trouble can still be told.
    private Answer table(Request request, ListQuery query) {
        Batch<J> first = batch(request, query, Optional.empty());
        return Answer.csv(fileName, out -> write(request, query, first, out));
    }

    /// A transaction for each batch: the receiver may be slow, and none stays open while it reads.
    private void write(Request request, ListQuery query, Batch<J> first, OutputStream out) throws IOException {
        out.write(csv.header().getBytes(StandardCharsets.UTF_8));
        Batch<J> batch = first;
        write(batch, out);
        while (batch.next().isPresent()) {
            batch = inTurn(request, query, batch.next());
            write(batch, out);
        }
    }

    private Batch<J> inTurn(Request request, ListQuery query, Optional<Batch.Place> after) throws IOException {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("gave up waiting");
        }
        try {
            return batch(request, query, after);
        } finally {
            turn.release();
        }
    }

    private void write(Batch<J> batch, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        batch.items().forEach(item -> lines.append(csv.line(item)));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Batch<J> batch(Request request, ListQuery query, Optional<Batch.Place> after) {
        return db.view(tx -> listing.batch(tx, request.tenant(), query, after, ROWS_AT_A_TIME));
    }
}
