package dev.offramp.payouts.simulated;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.payouts.BankId;
import dev.offramp.payouts.PayoutReference;
import dev.offramp.payouts.Rail;
import dev.offramp.payouts.simulated.SimulatedRailStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The sandbox's rail; its script is on the door plate.
public final class SimulatedRail implements Rail {

    /// How long a payout takes that ends by itself.
    static final Duration SETTLES_AFTER = Duration.ofMillis(500);

    private static final Duration AWAY_RETRY = Duration.ofSeconds(1);

    private final Database db;
    private final InstantSource clock;
    private final SimulatedRailStore store = new SimulatedRailStore();

    private SimulatedRail(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    public static SimulatedRail create(Database db, InstantSource clock) {
        return new SimulatedRail(db, clock);
    }

    @Override
    public NameCheck resolve(BankId bank, String accountNumber) {
        db.run(this::requireThere);
        return Script.isNamed(accountNumber)
                ? new NameCheck.Named(AccountNames.of(bank, accountNumber))
                : new NameCheck.NotResolved();
    }

    @Override
    public Map<PayoutReference, Submission> submit(List<Order> orders) {
        Map<PayoutReference, Submission> answers = new HashMap<>();
        if (!orders.isEmpty()) {
            db.transact(tx -> {
                        requireThere(tx);
                        return store.submit(tx, orders, clock.instant(), SETTLES_AFTER);
                    })
                    .forEach((reference, script) -> answers.put(reference, answer(script)));
        }
        return answers;
    }

    private static Submission answer(Script script) {
        return switch (script) {
            case PAID, REVERSED, STUCK -> new Submission.Accepted();
            case REJECTED -> new Submission.Rejected("account cannot receive payments");
            case LATE -> new Submission.Unknown();
        };
    }

    @Override
    public Map<PayoutReference, Standing> query(Set<PayoutReference> references) {
        Instant now = clock.instant();
        Map<PayoutReference, Known> known = db.transact(tx -> ask(tx, references, now));
        return references.stream()
                .collect(Collectors.toMap(
                        reference -> reference,
                        reference -> Optional.ofNullable(known.get(reference))
                                .map(payout -> standing(payout, now))
                                .orElseGet(Standing.NotFound::new)));
    }

    private Map<PayoutReference, Known> ask(Transaction tx, Set<PayoutReference> references, Instant now) {
        requireThere(tx);
        Map<PayoutReference, Known> known = store.read(tx, references);
        List<PayoutReference> late = known.entrySet().stream()
                .filter(payout -> payout.getValue().script() == Script.LATE)
                .map(Map.Entry::getKey)
                .toList();
        if (!late.isEmpty()) {
            store.settleLate(tx, late, now);
            known.putAll(store.read(tx, late));
        }
        return known;
    }

    private static Standing standing(Known payout, Instant now) {
        if (payout.settlesAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return new Standing.Pending();
        }
        return switch (payout.script()) {
            case PAID, LATE -> new Standing.Paid();
            case REJECTED -> new Standing.Failed("account cannot receive payments");
            case REVERSED -> new Standing.Reversed("returned by the receiving bank");
            case STUCK -> new Standing.Pending();
        };
    }

    private void requireThere(Transaction tx) {
        if (store.isAway(tx)) {
            throw new Trouble("the sandbox's rail is away, as somebody wanted it", AWAY_RETRY);
        }
    }

    /// Lets it answer nobody from now on, as a real rail does on a bad day, until it comes back. What it has taken on
    /// it still ends.
    public void goAway() {
        db.run(tx -> store.goAway(tx, clock.instant()));
    }

    /// Lets it answer again.
    public void comeBack() {
        db.run(store::comeBack);
    }

    /// What it has paid so far, per currency: the outside's own word to hold the books against.
    public Map<AssetCode, Money> paid() {
        return db.transact(tx -> store.paid(tx, clock.instant()));
    }

    /// How often a payout was submitted; it is paid at most once whatever the number.
    public int submissions(PayoutReference reference) {
        return db.transact(tx -> store.submissions(tx, reference));
    }
}
