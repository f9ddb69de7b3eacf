package dev.offramp.secrets;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.SealingStore.ClearRow;
import dev.offramp.secrets.SealingStore.SealedRow;
import java.util.List;

/// Seals what rows of an earlier version still hold in the clear, a few pages of a table at a time. What was
/// interrupted is taken up again by the next run; of several processes at once each does a part.
///
/// A migration could not: it runs before anybody has the server key.
public final class Sealing {

    private static final int PAGES = 200;

    private final Database db;
    private final ServerKey key;
    private final SealingStore store = new SealingStore();

    private Sealing(Database db, ServerKey key) {
        this.db = db;
        this.key = key;
    }

    public static Sealing create(Database db, ServerKey key) {
        return new Sealing(db, key);
    }

    /// Comes back when nothing of these columns is in the clear. One look each if nothing was.
    ///
    /// @return how many rows were sealed here
    public long seal(List<ClearColumn> columns) {
        return columns.stream().mapToLong(this::seal).sum();
    }

    private long seal(ClearColumn column) {
        long sealed = 0;
        while (db.transact(tx -> store.anyLeft(tx, column))) {
            long pages = db.transact(tx -> store.pages(tx, column));
            for (long from = 0; from < pages; from += PAGES) {
                long first = from;
                sealed += db.transact(tx -> seal(tx, column, first));
            }
        }
        return sealed;
    }

    private int seal(Transaction tx, ClearColumn column, long first) {
        store.lock(tx);
        List<ClearRow> rows = store.clearRows(tx, column, first, first + PAGES);
        if (!rows.isEmpty()) {
            store.seal(tx, column, rows.stream().map(row -> sealed(column, row)).toList());
        }
        return rows.size();
    }

    private SealedRow sealed(ClearColumn column, ClearRow row) {
        return new SealedRow(row.place(), key.sealRow(column.purpose(), row.id(), row.plain()));
    }
}
