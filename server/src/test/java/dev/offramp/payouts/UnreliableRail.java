package dev.offramp.payouts;

import dev.offramp.db.Trouble;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A rail behind a bad line: says per call what goes wrong, and does the rest by the rail behind it.
final class UnreliableRail implements Rail {

    enum Fault {
        NONE,
        /// The request never arrives.
        LOST_REQUEST,
        /// The request is carried out; the answer never comes back.
        LOST_ANSWER,
        /// The request is carried out twice.
        DOUBLED,
        /// The answer comes back empty.
        EMPTY_ANSWER,
        /// The adapter itself fails after the request was carried out.
        BUG
    }

    private final Rail rail;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};

    UnreliableRail(Rail rail) {
        this.rail = rail;
    }

    void next(Fault... planned) {
        faults.addAll(List.of(planned));
    }

    /// What happens while the next submission is on its way.
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public NameCheck resolve(BankId bank, String accountNumber) {
        return rail.resolve(bank, accountNumber);
    }

    @Override
    public Map<PayoutReference, Submission> submit(List<Order> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return switch (nextFault()) {
            case NONE -> rail.submit(orders);
            case LOST_REQUEST -> throw lineIsDead();
            case LOST_ANSWER -> {
                rail.submit(orders);
                throw lineIsDead();
            }
            case DOUBLED -> {
                rail.submit(orders);
                yield rail.submit(orders);
            }
            case EMPTY_ANSWER -> {
                rail.submit(orders);
                yield Map.of();
            }
            case BUG -> {
                rail.submit(orders);
                throw new IllegalStateException("bug in the adapter");
            }
        };
    }

    @Override
    public Map<PayoutReference, Standing> query(Set<PayoutReference> references) {
        return switch (nextFault()) {
            case NONE, DOUBLED -> rail.query(references);
            case LOST_REQUEST, LOST_ANSWER -> throw lineIsDead();
            case EMPTY_ANSWER -> Map.of();
            case BUG -> throw new IllegalStateException("bug in the adapter");
        };
    }

    private Fault nextFault() {
        return faults.isEmpty() ? Fault.NONE : faults.removeFirst();
    }

    private static Trouble lineIsDead() {
        return new Trouble("the line is dead", Duration.ofSeconds(1));
    }
}
