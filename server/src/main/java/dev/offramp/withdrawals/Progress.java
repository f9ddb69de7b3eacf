package dev.offramp.withdrawals;

import dev.offramp.chains.TxHash;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.money.Money;
import dev.offramp.withdrawals.WithdrawalState.Seen;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes what was seen of withdrawals into states, books and facts, one batch in the caller's transaction. Each is held
/// against the withdrawal as it stands now, under its lock.
final class Progress {

    /// The end of a nonce: a block has used it up, deep enough.
    ///
    /// @param gas what that cost
    record Spent(TxHash hash, boolean succeeded, Money gas) {

        Seen seen() {
            return succeeded
                    ? new Seen.Confirmed(hash)
                    : new Seen.Failed("the transaction " + hash + " failed on the chain");
        }
    }

    private final InstantSource clock;
    private final Ledger ledger;
    private final Facts facts;
    private final WithdrawalStore store = new WithdrawalStore();

    Progress(InstantSource clock, Ledger ledger, Facts facts) {
        this.clock = clock;
        this.ledger = ledger;
        this.facts = facts;
    }

    /// @param seen by the ids of withdrawals that this transaction's job claims cover
    void take(Transaction tx, Map<WithdrawalId, Seen> seen) {
        enter(tx, move(tx, seen));
    }

    /// The same for nonces that blocks have used up, with what it cost; for fillers too, which move no withdrawal. Once
    /// per nonce: the cause of the cost is the withdrawal.
    void end(Transaction tx, Map<WithdrawalId, Spent> spent) {
        Map<WithdrawalId, Seen> seen = new HashMap<>();
        spent.forEach((id, by) -> seen.put(id, by.seen()));
        List<Entry> entries = move(tx, seen);
        for (Withdrawal withdrawal : store.read(tx, spent.keySet())) {
            Optional.ofNullable(spent.get(withdrawal.id()))
                    .flatMap(by -> Booking.gas(withdrawal, by.gas()))
                    .ifPresent(entries::add);
        }
        enter(tx, entries);
    }

    private List<Entry> move(Transaction tx, Map<WithdrawalId, Seen> seen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Withdrawal> moved = new ArrayList<>();
        List<Withdrawal> told = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Withdrawal before : store.lock(tx, seen.keySet())) {
            WithdrawalState next = Optional.ofNullable(seen.get(before.id()))
                    .map(before.state()::after)
                    .orElse(before.state());
            if (!next.equals(before.state())) {
                Withdrawal after = before.in(next, now);
                moved.add(after);
                Booking.of(after).ifPresent(entries::add);
                if (after.sequence() > before.sequence()) {
                    told.add(after);
                }
            }
        }
        store.update(tx, moved);
        facts.write(tx, told.stream().map(Withdrawal::fact).toList());
        return entries;
    }

    private void enter(Transaction tx, List<Entry> entries) {
        for (Outcome outcome : ledger.enter(tx, entries)) {
            if (!(outcome instanceof Outcome.Entered)) {
                throw new IllegalStateException("what a withdrawal takes was set aside for it");
            }
        }
    }
}
