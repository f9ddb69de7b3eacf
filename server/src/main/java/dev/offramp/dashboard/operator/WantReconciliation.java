package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.operations.ReconciliationWish;
import dev.offramp.operations.Reconciliations;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Has the books reconciled now. A loop does it; nobody's request waits for it.
record WantReconciliation(Reconciliations reconciliations) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowReconciliation.PATH + "/now");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        ReconciliationWish wish = visit.commit(tx -> {
            ReconciliationWish outcome = reconciliations.want(tx);
            return outcome instanceof ReconciliationWish.Wanted
                    ? Outcome.done(outcome, Deed.of(Action.RECONCILIATION_WANTED, Subject.Kind.BOOKS, "all"))
                    : Outcome.refused(outcome);
        });
        Note note = switch (wish) {
            case ReconciliationWish.Wanted _ -> Note.good("It begins within seconds.");
            case ReconciliationWish.UnderWay _ -> Note.good("One is under way; its result will do.");
        };
        return Answer.redirect(ShowReconciliation.PATH, note);
    }
}
