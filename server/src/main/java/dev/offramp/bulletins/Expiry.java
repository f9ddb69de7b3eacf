package dev.offramp.bulletins;

import dev.offramp.db.Database;
import dev.offramp.jobs.Step;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets addresses that were not confirmed, and budgets that have ended.
final class Expiry implements Step {

    private final Database db;
    private final InstantSource clock;
    private final SubscriberStore subscribers;
    private final BudgetStore budgets = new BudgetStore();

    Expiry(Database db, InstantSource clock, SubscriberStore subscribers) {
        this.db = db;
        this.clock = clock;
        this.subscribers = subscribers;
    }

    @Override
    public String name() {
        return "bulletins.expire";
    }

    @Override
    public boolean runOnce() {
        Instant now = clock.instant();
        db.run(tx -> {
            subscribers.expire(tx, now.minus(Subscribers.CONFIRM_WITHIN));
            budgets.expire(tx, now);
        });
        return false;
    }
}
