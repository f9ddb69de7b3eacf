package dev.offramp.lists;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.util.Set;

/// Keeps count of a long list in the background, so that its total and its far pages cost the same however long it
/// grows, and inserting into it costs nothing but the row.
///
/// Every row carries the transaction that inserted it (`inserted_in`), put there by the database. There is a
/// **horizon**: all transactions before it have ended, so which of their rows exist is settled for ever. This step
/// moves the horizon to the oldest transaction still open (`pg_snapshot_xmin`), and adds the rows it passed to one
/// total per tenant; deposits and payouts are never deleted, and what a row says of itself later does not matter to how
/// many there are. Whoever asks for the total adds the rows from the horizon on that are visible to them, which are
/// those of the last seconds. Neither clocks nor the order of commits matter: a transaction that stays open holds the
/// horizon back, and that is all. It is exact for the same reason that a snapshot is.
///
/// A far page begins at a **mark**: a row of which it is known how many counted rows are older. There is one in a
/// thousand rows, and a page is found from the nearest one, with the uncounted rows below it counted in. A row that
/// comes late, below marks that exist, raises their numbers when the horizon passes it.
///
/// What rows say of themselves changes (a status does), so no count is kept for filters: they are counted through the
/// index of their field, or, for a value that most rows have, as the total less all others. In between, at half of the
/// rows, counting grows with the list.
///
/// A database restored on another server has a horizon that means nothing there. If it lies ahead of every
/// transaction nobody uses it, and it begins anew; rows whose transactions lie ahead are then counted each time,
/// exactly but slowly, until the new server has come as far.
public final class ListCheckpoints implements Step {

    /// The tables that mean nothing on another server. Where they are empty and the numbers of transactions are 0,
    /// all is counted anew.
    public static final Set<String> OF_ONE_SERVER = Set.of("list_total", "list_mark");

    private final Database db;
    private final ListedTable table;
    private final CheckpointStore store = new CheckpointStore();

    private ListCheckpoints(Database db, ListedTable table) {
        this.db = db;
        this.table = table;
    }

    public static ListCheckpoints of(Database db, Listing<?> list) {
        if (!list.table().isCheckpointed()) {
            throw new IllegalArgumentException(list.table().table() + " has no checkpoints");
        }
        return new ListCheckpoints(db, list.table());
    }

    @Override
    public String name() {
        return "lists.checkpoint " + table.table();
    }

    @Override
    public boolean runOnce() {
        return db.transact(tx -> isDue(tx) && advance(tx));
    }

    private boolean isDue(Transaction tx) {
        CheckpointStore.Horizon horizon = store.horizon(tx, table);
        return horizon.isAhead() || horizon.isBehind() || store.lacksMarks(tx, table);
    }

    private boolean advance(Transaction tx) {
        store.lock(tx, table);
        CheckpointStore.Horizon horizon = store.horizon(tx, table);
        if (horizon.isAhead()) {
            store.forget(tx, table);
            return true;
        }
        store.add(tx, table, horizon);
        return store.mark(tx, table, horizon);
    }
}
