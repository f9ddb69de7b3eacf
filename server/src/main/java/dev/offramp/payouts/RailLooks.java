package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down how rails were found when they were called, for people; in transactions of its own, since no other is
/// open around a call. Nothing is decided by it, so that it cannot be written keeps nobody from going on.
final class RailLooks {

    private static final Logger LOG = LoggerFactory.getLogger(RailLooks.class);

    private final Database db;
    private final InstantSource clock;
    private final RailLookStore store = new RailLookStore();

    RailLooks(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The rail that was called about these payouts has answered.
    void answered(List<Payout> payouts) {
        write(railsOf(payouts), (tx, rail) -> store.answered(tx, rail, clock.instant()));
    }

    /// It has not.
    void troubled(List<Payout> payouts, String trouble) {
        write(railsOf(payouts), (tx, rail) -> store.troubled(tx, rail, trouble, clock.instant()));
    }

    /// A rail that was called about no payout has answered.
    void answered(RailLookStore.Key rail) {
        write(List.of(rail), (tx, key) -> store.answered(tx, key, clock.instant()));
    }

    /// It has not.
    void troubled(RailLookStore.Key rail, String trouble) {
        write(List.of(rail), (tx, key) -> store.troubled(tx, key, trouble, clock.instant()));
    }

    private static List<RailLookStore.Key> railsOf(List<Payout> payouts) {
        return payouts.stream()
                .map(payout -> new RailLookStore.Key(payout.tenant().environment(), payout.currency()))
                .distinct()
                .sorted()
                .toList();
    }

    private void write(List<RailLookStore.Key> rails, BiConsumer<Transaction, RailLookStore.Key> change) {
        try {
            db.run(tx -> {
                tx.mayBeLost();
                rails.forEach(rail -> change.accept(tx, rail));
            });
        } catch (Trouble trouble) {
            LOG.debug("how rails were found is not written down: {}", trouble.getMessage());
        }
    }
}
