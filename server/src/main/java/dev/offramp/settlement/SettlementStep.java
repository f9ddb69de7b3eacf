package dev.offramp.settlement;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Placement;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads that deposits were credited and places the payouts of those that have a bank to go to.
final class SettlementStep implements Step {

    /// Also the reader's name; stored, and therefore never renamed.
    private static final String NAME = "settlement";

    private static final int BATCH = 200;

    private final InstantSource clock;
    private final Facts facts;
    private final Payouts payouts;
    private final SettlementStore store = new SettlementStore();

    SettlementStep(InstantSource clock, Facts facts, Payouts payouts) {
        this.clock = clock;
        this.facts = facts;
        this.payouts = payouts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean runOnce() {
        return facts.follow(NAME, Set.of(DepositCompleted.class), BATCH, this::settle);
    }

    private void settle(Transaction tx, List<Fact> completed) {
        List<Credited> due = completed.stream()
                .map(this::credited)
                .filter(credited -> credited.deposit().settleTo().isPresent())
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<Placement> placements =
                payouts.place(tx, due.stream().map(SettlementStep::payout).toList());
        Map<DepositId, Settlement> settlements = new LinkedHashMap<>();
        for (int i = 0; i < due.size(); i++) {
            settlements.put(due.get(i).deposit().id(), settlement(due.get(i), placements.get(i)));
        }
        store.insert(tx, settlements, clock.instant());
    }

    private Credited credited(Fact fact) {
        return new Credited(
                fact.tenant(), facts.body(fact, DepositCompleted.class).deposit());
    }

    private static NewPayout payout(Credited credited) {
        return new NewPayout(
                credited.tenant(),
                new PayoutOrigin.Settlement(credited.deposit().id().value()),
                credited.amountToSettle(),
                credited.deposit().settleTo().orElseThrow());
    }

    private static Settlement settlement(Credited credited, Placement placement) {
        return switch (placement) {
            case Placement.Placed placed ->
                new Settlement.Placed(credited.amountToSettle(), placed.payout().id());
            case Placement.AlreadyPlaced already -> new Settlement.Placed(credited.amountToSettle(), already.earlier());
            case Placement.InsufficientFunds _ -> skipped(credited, SkipReason.INSUFFICIENT_BALANCE);
            case Placement.BelowMinimum _ -> skipped(credited, SkipReason.BELOW_MINIMUM);
            case Placement.AboveMaximum _ -> skipped(credited, SkipReason.ABOVE_MAXIMUM);
            case Placement.NoRail _ -> skipped(credited, SkipReason.NO_PAYOUT_RAIL);
        };
    }

    private static Settlement skipped(Credited credited, SkipReason reason) {
        return new Settlement.Skipped(credited.amountToSettle(), reason);
    }
}
