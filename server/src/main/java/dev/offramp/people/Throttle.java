package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Counts tries in rows, so that all processes count together. What is counted is known by its keyed hash: the
/// addresses that people try are nobody's business.
final class Throttle {

    private final Parts parts;
    private final BudgetStore store = new BudgetStore();

    Throttle(Parts parts) {
        this.parts = parts;
    }

    /// Takes a try from each budget, in their order, up to the first that is used up.
    ///
    /// @return until when that one is closed; empty when all had a try left
    Optional<Instant> take(Transaction tx, List<Budget> budgets) {
        Instant now = parts.now();
        for (Budget budget : budgets) {
            BudgetStore.Used used = store.take(tx, key(budget), budget.most(), now, now.plus(budget.time()));
            if (used.tries() > budget.most()) {
                return Optional.of(used.endsAt());
            }
        }
        return Optional.empty();
    }

    /// Counts one more.
    ///
    /// @return how many there were since the budget began
    int count(Transaction tx, Budget budget) {
        Instant now = parts.now();
        return store.take(tx, key(budget), budget.most(), now, now.plus(budget.time()))
                .tries();
    }

    /// Gives a try back that turned out to be none.
    void giveBack(Transaction tx, List<Budget> budgets) {
        budgets.forEach(budget -> store.giveBack(tx, key(budget)));
    }

    /// Begins a budget anew.
    void forget(Transaction tx, Budget budget) {
        store.forget(tx, key(budget));
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return store.expire(tx, parts.now(), most) == most;
    }

    private byte[] key(Budget budget) {
        return parts.key().hash(Purpose.SIGN_IN_BUDGET, budget.name());
    }
}
