package dev.offramp.settlement;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.payouts.Payouts;
import dev.offramp.withdrawals.Withdrawals;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settles a deposit again, at somebody's word: where it was first bound for, if what settled it was skipped or came
/// back. Whether it came back is asked under the lock of the deposit's settlement, so that of two who want this at once
/// the second sees the first's attempt.
final class Retry {

    private final InstantSource clock;
    private final Facts facts;
    private final Payouts payouts;
    private final Withdrawals withdrawals;
    private final SettlementStore store = new SettlementStore();

    Retry(InstantSource clock, Facts facts, Payouts payouts, Withdrawals withdrawals) {
        this.clock = clock;
        this.facts = facts;
        this.payouts = payouts;
        this.withdrawals = withdrawals;
    }

    SettledAgain settle(Transaction tx, DepositId deposit) {
        Optional<SettlementStore.Tried> last = store.lock(tx, deposit);
        if (last.isEmpty()) {
            return new SettledAgain.NeverSettled();
        }
        Settlement before = last.get().settlement();
        if (!isReturned(tx, before)) {
            return new SettledAgain.NotReturned(before);
        }
        int attempt = last.get().attempt() + 1;
        Settlement now = settle(tx, credited(tx, deposit, attempt));
        store.replace(tx, deposit, new SettlementStore.Tried(now, attempt), clock.instant());
        return new SettledAgain.Tried(now);
    }

    private boolean isReturned(Transaction tx, Settlement settlement) {
        return switch (settlement) {
            case Settlement.Placed placed ->
                payouts.read(tx, List.of(placed.payout())).getFirst().status().isReturned();
            case Settlement.Sent sent ->
                withdrawals
                        .read(tx, List.of(sent.withdrawal()))
                        .getFirst()
                        .status()
                        .isReturned();
            case Settlement.Skipped _ -> true;
        };
    }

    /// As it was when it was credited, its target with it.
    private Credited credited(Transaction tx, DepositId deposit, int attempt) {
        Fact completed = facts.last(tx, deposit.value(), DepositCompleted.class).orElseThrow();
        return new Credited(
                completed.tenant(),
                facts.body(completed, DepositCompleted.class).deposit(),
                attempt);
    }

    private Settlement settle(Transaction tx, Credited credited) {
        List<Credited> one = List.of(credited);
        Map<DepositId, Settlement> settlements = new HashMap<>(new BankSettlement(payouts).settle(tx, one));
        settlements.putAll(new AddressSettlement(withdrawals).settle(tx, one));
        return Optional.ofNullable(settlements.get(credited.id())).orElseThrow();
    }
}
