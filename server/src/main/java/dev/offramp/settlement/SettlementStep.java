package dev.offramp.settlement;

import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import dev.offramp.jobs.Step;
import dev.offramp.money.Money;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads that deposits were credited and places the payouts and withdrawals of those that have somewhere to go.
final class SettlementStep implements Step {

    /// Also the reader's name; stored, and therefore never renamed.
    private static final String NAME = "settlement";

    private static final int BATCH = 200;

    private final InstantSource clock;
    private final ObjectIds ids;
    private final Facts facts;
    private final BankSettlement banks;
    private final AddressSettlement addresses;
    private final SettlementStore store = new SettlementStore();

    SettlementStep(InstantSource clock, ObjectIds ids, Facts facts, BankSettlement banks, AddressSettlement addresses) {
        this.clock = clock;
        this.ids = ids;
        this.facts = facts;
        this.banks = banks;
        this.addresses = addresses;
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
        List<Credited> credited = completed.stream().map(this::credited).toList();
        Map<DepositId, Settlement> settlements = new LinkedHashMap<>();
        settlements.putAll(banks.settle(tx, credited));
        settlements.putAll(addresses.settle(tx, credited));
        if (!settlements.isEmpty()) {
            store.insert(tx, settlements, clock.instant());
            facts.write(tx, skipped(credited, settlements));
        }
    }

    /// What is too little to be paid out is so every day, and nobody's concern.
    private List<NewFact> skipped(List<Credited> credited, Map<DepositId, Settlement> settlements) {
        List<NewFact> skipped = new ArrayList<>();
        for (Credited one : credited) {
            if (settlements.get(one.id()) instanceof Settlement.Skipped(Money _, SkipReason reason)
                    && reason != SkipReason.BELOW_MINIMUM) {
                skipped.add(new NewFact(
                        one.tenant(), ids.next(), 1, clock.instant(), new SettlementSkipped(one.id(), reason)));
            }
        }
        return skipped;
    }

    private Credited credited(Fact fact) {
        return new Credited(
                fact.tenant(), facts.body(fact, DepositCompleted.class).deposit());
    }
}
