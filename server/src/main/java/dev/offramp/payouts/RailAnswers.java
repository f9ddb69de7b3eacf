package dev.offramp.payouts;

import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.payouts.PayoutState.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what rails said about payouts into states, books and facts, one batch in the caller's transaction. Answers may
/// come late, twice or out of order: each is held against the payout as it stands now, under its lock.
final class RailAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RailAnswers.class);

    private final InstantSource clock;
    private final Ledger ledger;
    private final Facts facts;
    private final PayoutStore store;

    RailAnswers(InstantSource clock, Ledger ledger, Facts facts, PayoutStore store) {
        this.clock = clock;
        this.ledger = ledger;
        this.facts = facts;
        this.store = store;
    }

    /// @param answers what was said about some of these payouts; about others it is not asked
    /// @return these payouts as they stand now
    List<Payout> take(Transaction tx, Collection<PayoutId> ids, Map<PayoutId, Rail.Answer> answers) {
        Instant now = clock.instant();
        List<Payout> current = new ArrayList<>();
        List<Payout> moved = new ArrayList<>();
        List<Payout> told = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Payout before : store.lock(tx, ids)) {
            Optional<Payout> next =
                    Optional.ofNullable(answers.get(before.id())).flatMap(answer -> next(before, answer, now));
            current.add(next.orElse(before));
            next.ifPresent(after -> {
                moved.add(after);
                Booking.of(before.state(), after).ifPresent(entries::add);
                if (after.sequence() > before.sequence()) {
                    told.add(after);
                }
            });
        }
        store.update(tx, moved);
        facts.write(tx, told.stream().map(Payout::fact).toList());
        enter(tx, entries);
        return current;
    }

    private static Optional<Payout> next(Payout payout, Rail.Answer answer, Instant now) {
        return switch (payout.state().after(answer)) {
            case Change.Moves(PayoutState to) -> Optional.of(payout.in(to, now));
            case Change.Stays _ -> Optional.empty();
            case Change.Contradicts _ -> {
                // Without the rail's own words: they may name the account.
                String said = answer.getClass().getSimpleName();
                LOG.error("{}, but the rail says {}: nothing was changed, look into it", payout, said);
                yield Optional.empty();
            }
        };
    }

    private void enter(Transaction tx, List<Entry> entries) {
        for (Outcome outcome : ledger.enter(tx, entries)) {
            if (!(outcome instanceof Outcome.Entered)) {
                throw new IllegalStateException("what a payout takes was set aside for it");
            }
        }
    }
}
