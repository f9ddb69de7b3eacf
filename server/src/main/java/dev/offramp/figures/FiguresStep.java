package dev.offramp.figures;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositDeleted;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.payouts.PayoutFact;
import dev.offramp.withdrawals.WithdrawalFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what happened to deposits, payouts and withdrawals and adds it to the figures.
final class FiguresStep implements Step {

    /// Also the reader's name; stored, and therefore never renamed.
    static final String NAME = "figures";

    private static final int BATCH = 1000;

    private final Facts facts;
    private final FigureStore store;

    FiguresStep(Facts facts, FigureStore store) {
        this.facts = facts;
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean runOnce() {
        return facts.follow(NAME, Standing.facts(), BATCH, this::count);
    }

    private void count(Transaction tx, List<Fact> read) {
        Map<Long, String> before = facts.kindsBefore(tx, read);
        Tally tally = new Tally();
        for (Fact fact : read) {
            Optional<Standing> from =
                    Optional.ofNullable(before.get(fact.position())).map(Standing::ofCode);
            Standing to = Standing.ofCode(fact.kind());
            tally.moved(fact.tenant(), from, to);
            add(tally, fact, from, to);
        }
        store.add(tx, tally.sums());
        store.move(tx, tally.moves());
    }

    /// Money moves when a standing is reached, and is moved back when one is left that money had moved for.
    private void add(Tally tally, Fact fact, Optional<Standing> from, Standing to) {
        switch (to) {
            case DEPOSIT_COMPLETED ->
                tally.add(
                        fact.tenant(),
                        fact.at(),
                        Happening.CREDITED,
                        facts.body(fact, DepositCompleted.class).deposit());
            case DEPOSIT_DELETED -> {
                if (from.equals(Optional.of(Standing.DEPOSIT_COMPLETED))) {
                    tally.add(
                            fact.tenant(),
                            fact.at(),
                            Happening.CORRECTED,
                            facts.body(fact, DepositDeleted.class).deposit());
                }
            }
            case PAYOUT_COMPLETED ->
                tally.add(
                        fact.tenant(),
                        fact.at(),
                        Happening.PAID_OUT,
                        facts.body(fact, PayoutFact.PayoutCompleted.class).payout());
            case PAYOUT_REVERSED -> {
                if (from.equals(Optional.of(Standing.PAYOUT_COMPLETED))) {
                    tally.add(
                            fact.tenant(),
                            fact.at(),
                            Happening.TAKEN_BACK,
                            facts.body(fact, PayoutFact.PayoutReversed.class).payout());
                }
            }
            case WITHDRAWAL_COMPLETED ->
                tally.add(
                        fact.tenant(),
                        fact.at(),
                        facts.body(fact, WithdrawalFact.WithdrawalCompleted.class)
                                .withdrawal());
            case DEPOSIT_PENDING,
                    DEPOSIT_FLAGGED,
                    PAYOUT_PENDING,
                    PAYOUT_PROCESSING,
                    PAYOUT_REJECTED,
                    WITHDRAWAL_PENDING,
                    WITHDRAWAL_PROCESSING,
                    WITHDRAWAL_REJECTED,
                    WITHDRAWAL_REVERSED -> {}
        }
    }
}
