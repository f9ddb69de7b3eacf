package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.rates.ManualRate;
import dev.offramp.rates.Pair;
import dev.offramp.rates.RateWithdrawal;
import dev.offramp.rates.Rates;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Withdraws a rate of production before it expires.
record WithdrawRate(Rates rates) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowPair.PATH + "/withdraw");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowPair.pair(visit).map(pair -> answer(visit, pair)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, Pair pair) {
        RateWithdrawal outcome = visit.commit(tx -> withdraw(tx, visit, pair));
        Note note = switch (outcome) {
            case RateWithdrawal.Withdrawn _ ->
                Note.good("The pair has no rate now. What needs one waits or is refused.");
            case RateWithdrawal.NoRateHolds _ -> Note.bad("The pair had no rate in use.");
        };
        return Answer.redirect(ShowPair.path(pair), note);
    }

    private Outcome<RateWithdrawal> withdraw(Transaction tx, Visit visit, Pair pair) {
        RateWithdrawal outcome = rates.withdraw(tx, pair, visit.person().email().text());
        return outcome instanceof RateWithdrawal.Withdrawn(ManualRate rate)
                ? Outcome.done(
                        outcome,
                        Deed.of(Action.RATE_REMOVED, Subject.Kind.RATE, pair).before(SetRate.details(rate)))
                : Outcome.refused(outcome);
    }
}
