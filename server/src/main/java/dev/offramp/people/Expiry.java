package dev.offramp.people;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.util.List;

/// Removes what is over, of every kind, a batch of each at a time.
final class Expiry implements Step {

    private static final int BATCH = 500;

    private final Database db;
    private final List<Kind> kinds;

    /// One kind of thing that ends.
    @FunctionalInterface
    interface Kind {
        /// @return whether there may be more
        boolean expire(Transaction tx, int most);
    }

    Expiry(Database db, List<Kind> kinds) {
        this.db = db;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public String name() {
        return "people.expire";
    }

    @Override
    public boolean runOnce() {
        boolean more = false;
        for (Kind kind : kinds) {
            more |= db.transact(tx -> kind.expire(tx, BATCH));
        }
        return more;
    }
}
