package dev.offramp.payouts;

import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Jobs;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Places payouts in batches: judges each wish, sets the amounts aside, writes the accepted ones down.
final class Placing {

    private final InstantSource clock;
    private final ObjectIds ids;
    private final Ledger ledger;
    private final Facts facts;
    private final Jobs jobs;
    private final Rails rails;
    private final PayoutStore store;
    private final TermsStore termsStore = new TermsStore();

    Placing(InstantSource clock, ObjectIds ids, Ledger ledger, Facts facts, Jobs jobs, Rails rails, PayoutStore store) {
        this.clock = clock;
        this.ids = ids;
        this.ledger = ledger;
        this.facts = facts;
        this.jobs = jobs;
        this.rails = rails;
        this.store = store;
    }

    List<Placement> place(Transaction tx, List<NewPayout> wishes) {
        Map<TermsStore.Key, PayoutTerms> terms =
                termsStore.of(tx, wishes.stream().map(NewPayout::tenant).toList());
        PayoutStore.PlacedBefore before = store.placedBefore(tx, wishes);
        Placement[] answers = new Placement[wishes.size()];
        Map<Integer, Payout> candidates = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            switch (judge(wishes.get(i), terms, before)) {
                case Verdict.Refused(Placement refusal) -> answers[i] = refusal;
                case Verdict.Fit(Payout payout) -> candidates.put(i, payout);
            }
        }
        setAside(tx, candidates, answers);
        return List.of(answers);
    }

    private sealed interface Verdict {
        record Refused(Placement refusal) implements Verdict {}

        record Fit(Payout payout) implements Verdict {}
    }

    private Verdict judge(NewPayout wish, Map<TermsStore.Key, PayoutTerms> terms, PayoutStore.PlacedBefore before) {
        Optional<PayoutId> earlier = before.repeated(wish);
        if (earlier.isPresent()) {
            return new Verdict.Refused(new Placement.AlreadyPlaced(earlier.get()));
        }
        Fiat currency = wish.currency();
        Optional<PayoutTerms> own = Optional.ofNullable(terms.get(new TermsStore.Key(wish.tenant(), currency)));
        if (own.isEmpty()
                || rails.serving(wish.tenant().environment(), currency).isEmpty()) {
            return new Verdict.Refused(new Placement.NoRail(currency));
        }
        return judge(wish, own.get());
    }

    private Verdict judge(NewPayout wish, PayoutTerms terms) {
        if (terms.isTooSmall(wish.amount())) {
            return new Verdict.Refused(new Placement.BelowMinimum(terms.least()));
        }
        if (terms.isTooLarge(wish.amount())) {
            return new Verdict.Refused(
                    new Placement.AboveMaximum(terms.maximum().orElseThrow()));
        }
        PayoutId id = new PayoutId(ids.next());
        return new Verdict.Fit(Payout.placed(id, wish, terms.fee(), clock.instant()));
    }

    /// Holds the amounts of the candidates in order and writes down those whose amount was there.
    private void setAside(Transaction tx, Map<Integer, Payout> candidates, Placement[] answers) {
        List<Entry> holds =
                candidates.values().stream().<Entry>map(Booking::hold).toList();
        Iterator<Outcome> outcomes = ledger.enter(tx, holds).iterator();
        List<Payout> accepted = new ArrayList<>();
        candidates.forEach((place, payout) -> {
            switch (outcomes.next()) {
                case Outcome.Entered _ -> {
                    accepted.add(payout);
                    answers[place] = new Placement.Placed(payout.snapshot());
                }
                case Outcome.InsufficientFunds(Money available) ->
                    answers[place] = new Placement.InsufficientFunds(available);
            }
        });
        write(tx, accepted);
    }

    private void write(Transaction tx, List<Payout> accepted) {
        store.insert(tx, accepted);
        facts.write(tx, accepted.stream().map(Payout::fact).toList());
        jobs.add(
                tx,
                SubmitStep.JOB,
                accepted.stream().map(payout -> payout.id().value()).toList(),
                clock.instant());
    }
}
