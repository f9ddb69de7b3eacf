package dev.offramp.deposits;

import dev.offramp.chains.Chain;
import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Writes down how a watcher found its chain, for people: the tip now and then, and every trouble. Nothing is decided
/// by it.
final class ChainLooks {

    /// A watcher looks every second or so, and most looks find nothing: more writing would tell nobody more.
    static final Duration EVERY = Duration.ofSeconds(10);

    private final Chain chain;
    private final Database db;
    private final InstantSource clock;
    private final ChainStateStore store = new ChainStateStore();
    private Instant next = Instant.MIN;

    ChainLooks(Chain chain, Database db, InstantSource clock) {
        this.chain = chain;
        this.db = db;
        this.clock = clock;
    }

    /// The chain answered. Asks it for its tip when that is due.
    void answered() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            long tip = chain.tip().height();
            db.run(tx -> {
                tx.mayBeLost();
                store.looked(tx, chain.id(), tip, now);
            });
            next = now.plus(EVERY);
        }
    }

    /// A look failed. That the trouble could not be written down must not hide it.
    void failed(Trouble trouble) {
        next = Instant.MIN;
        try {
            db.run(tx -> {
                tx.mayBeLost();
                store.troubled(tx, chain.id(), trouble.getMessage(), clock.instant());
            });
        } catch (Trouble another) {
            trouble.addSuppressed(another);
        }
    }
}
